import { isDynamic } from '../../../ipxe/expansion.ts';
import { didYouMean } from '../../../shared/nearest.ts';
import { at, type IpxeRule } from '../context.ts';

/** Labels that are compared: a script full of wrong ones must not take long. */
const mostCompared = 500;

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
        : didYouMean(label.text, names.length > mostCompared ? [] : names);
    return [at(context, 'PL3009', label, `there is no label :${label.text}`, hint)];
  });
};
