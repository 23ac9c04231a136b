import type { KernelArgument } from '../../../ipxe/kernelLine.ts';
import { finding } from '../../../shared/finding.ts';
import { argumentRule } from '../argumentRule.ts';
import { placeOf } from '../context.ts';

/** Arguments that may come more than once with different values. */
const lists = new Set(['coreos.inst.save_partlabel', 'coreos.inst.save_partindex']);

/** PL3109: no argument comes twice. */
export const repeatedArgument = argumentRule((context, { all }) => {
  const seen = new Map<string, KernelArgument>();
  return all.flatMap((argument) => {
    const first = seen.get(argument.token.text);
    seen.set(argument.token.text, first ?? argument);
    if (first === undefined || argument.token.text.startsWith('${')) return [];
    return [
      finding('PL3109', placeOf(context, argument.token), `${argument.token.text} comes twice`, {
        hint: 'remove one of the two',
        related: [{ place: placeOf(context, first.token), message: 'the first one' }],
      }),
    ];
  });
});

/** PL3110: no argument of CoreOS has two values, and the image has one source. */
export const contradictoryArguments = argumentRule((context, { all, last }) => {
  const first = new Map<string, KernelArgument>();
  const twice = all.flatMap((argument) => {
    if (!/^(?:coreos|ignition)\./.test(argument.name) || lists.has(argument.name)) return [];
    const before = first.get(argument.name);
    first.set(argument.name, before ?? argument);
    if (before === undefined || before.token.text === argument.token.text) return [];
    return [
      finding(
        'PL3110',
        placeOf(context, argument.token),
        `${argument.name} already has the value ${before.value ?? '(none)'}`,
        { related: [{ place: placeOf(context, before.token), message: 'the other one' }] },
      ),
    ];
  });
  const image = last('coreos.inst.image_url');
  const stream = last('coreos.inst.stream');
  if (image === undefined || stream === undefined) return twice;
  return [
    ...twice,
    finding(
      'PL3110',
      placeOf(context, stream.token),
      'coreos.inst.stream contradicts coreos.inst.image_url',
      {
        hint: 'the image comes from one source: keep coreos.inst.image_url',
        related: [{ place: placeOf(context, image.token), message: 'the other source' }],
      },
    ),
  ];
});
