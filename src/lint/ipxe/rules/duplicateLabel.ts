import { finding } from '../../../shared/finding.ts';
import { type IpxeRule, placeOf } from '../context.ts';

/** PL3010: no label is defined twice. */
export const duplicateLabel: IpxeRule = (context) =>
  context.script.statements.flatMap(({ label }, index) => {
    const first = label === undefined ? undefined : context.flow.labels.get(label.text);
    const original = first === undefined ? undefined : context.script.statements[first]?.label;
    if (label === undefined || original === undefined || first === index) return [];
    return [
      finding('PL3010', placeOf(context, label), `the label :${label.text} is already defined`, {
        hint: 'goto always takes the first one',
        related: [{ place: placeOf(context, original), message: 'the first one' }],
      }),
    ];
  });
