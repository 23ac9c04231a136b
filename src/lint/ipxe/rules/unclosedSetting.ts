import { referencesIn } from '../../../ipxe/expansion.ts';
import { at, type IpxeRule } from '../context.ts';

/** PL3017: every `${` has its `}` in the same word. */
export const unclosedSetting: IpxeRule = (context) =>
  context.commands.flatMap(({ command }) =>
    command.words
      .filter(({ text }) => text.includes('${') && referencesIn(text).unclosed !== undefined)
      .map((word) => at(context, 'PL3017', word, `\${ is not closed in ${word.text}`, 'add the missing }')),
  );
