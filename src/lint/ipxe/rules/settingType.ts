import { isDynamic, referencesIn } from '../../../ipxe/expansion.ts';
import type { Token } from '../../../ipxe/script.ts';
import { parseSettingName } from '../../../ipxe/settingName.ts';
import { settingTypeNamed, settingTypeNames } from '../../../ipxe/settingTypes.ts';
import { didYouMean } from '../../../shared/nearest.ts';
import { at, type IpxeRule, type KnownCommand, type LintContext } from '../context.ts';

/** Their first argument is the name of a setting. */
const takeSetting = new Set(['set', 'clear', 'inc', 'read', 'show', 'choose']);

/** PL3018: the types of settings exist. */
export const settingType: IpxeRule = (context) =>
  context.commands.flatMap((command) => [
    ...command.command.words.flatMap((word) =>
      word.text.includes('${')
        ? referencesIn(word.text).references.flatMap(({ text }) => check(context, word, text))
        : [],
    ),
    ...named(context, command),
  ]);

function named(context: LintContext, { name, words, options }: KnownCommand) {
  const setting = takeSetting.has(name.text) ? words[options?.rest ?? 0] : undefined;
  return setting === undefined ? [] : check(context, setting, setting.text);
}

function check(context: LintContext, word: Token, setting: string) {
  const { type } = parseSettingName(setting);
  if (type === undefined || isDynamic(setting) || settingTypeNamed(type) !== undefined) return [];
  const hint = didYouMean(type, settingTypeNames) ?? `types: ${settingTypeNames.join(', ')}`;
  return [at(context, 'PL3018', word, `settings have no type "${type}"`, hint)];
}
