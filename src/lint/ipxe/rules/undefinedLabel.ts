import { isDynamic } from '../../../ipxe/expansion.ts';
import { at, type IpxeRule } from '../context.ts';
import { suggestion } from '../suggestion.ts';

/** PL3009: `goto` names a label of the script. */
export const undefinedLabel: IpxeRule = (context) => {
  const { labels } = context.flow;
  const names = [...labels.keys()];
  return context.commands.flatMap(({ name, words: [label] }) => {
    if (name.text !== 'goto' || label === undefined || isDynamic(label.text)) return [];
    if (labels.has(label.text)) return [];
    const hint =
      label.text.startsWith(':') && labels.has(label.text.slice(1))
        ? `write goto ${label.text.slice(1)}, without the colon`
        : suggestion(label.text, names);
    return [at(context, 'PL3009', label, `there is no label :${label.text}`, hint)];
  });
};
