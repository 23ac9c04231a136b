import { argumentRule } from '../argumentRule.ts';
import { at } from '../context.ts';

/** PL3101: the image is not fetched from the internet. */
export const installStream = argumentRule((context, { last }) => {
  const stream = last('coreos.inst.stream');
  if (stream === undefined) return [];
  const message = 'coreos.inst.stream fetches the image from the internet';
  return [
    at(context, 'PL3101', stream.token, message, 'remove it: the live system has its own image inside'),
  ];
});
