import { at, type IpxeRule } from '../context.ts';

/** Programs that take images as files or modules, without `initrd=`. */
const others = /wimboot|memdisk|mboot|xen|grub|\.efi$|\.c32$/i;

/** PL3025: a kernel that an old iPXE boots names its initrd. */
export const initrdMissing: IpxeRule = (context) => {
  if (!context.ages.includes('old')) return [];
  return context.boots.flatMap(({ kernel, initrds }) => {
    const [first] = initrds;
    if (first === undefined || others.test(kernel.uri.text)) return [];
    // A setting that stands for whole arguments may bring it.
    const named = kernel.arguments.some(
      ({ name, token }) => name === 'initrd' || token.text.startsWith('${'),
    );
    if (named) return [];
    return [at(context, 'PL3025', kernel.uri, 'the kernel has no initrd=', `add initrd=${first.name}`)];
  });
};
