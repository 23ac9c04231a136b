import { at, type IpxeRule } from '../context.ts';

/** PL3027: a CoreOS kernel has an initrd. Where `initrd=` names one that is not loaded, PL3024 says so. */
export const kernelAlone: IpxeRule = (context) =>
  context.boots
    .filter(
      ({ kernel, initrds, isCoreos }) =>
        isCoreos && initrds.length === 0 && !kernel.arguments.some(({ name }) => name === 'initrd'),
    )
    .map(({ kernel }) =>
      at(
        context,
        'PL3027',
        kernel.uri,
        'the kernel boots without an initrd',
        'add: initrd --name main <initramfs url>, and initrd=main to the kernel',
      ),
    );
