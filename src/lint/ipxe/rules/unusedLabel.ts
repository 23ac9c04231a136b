import { isDynamic } from '../../../ipxe/expansion.ts';
import { at, type IpxeRule } from '../context.ts';

/** PL3011: something jumps to each label. A script that computes a label may mean any. */
export const unusedLabel: IpxeRule = (context) => {
  const targets = context.commands
    .filter(({ name }) => name.text === 'goto')
    .map(({ words }) => words[0]?.text ?? '');
  if (targets.some(isDynamic)) return [];
  const used = new Set(targets);
  return [...context.flow.labels].flatMap(([name, index]) => {
    const label = context.script.statements[index]?.label;
    if (label === undefined || used.has(name)) return [];
    return [at(context, 'PL3011', label, `nothing jumps to :${name}`)];
  });
};
