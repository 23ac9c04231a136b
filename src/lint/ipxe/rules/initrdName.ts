import { isDynamic } from '../../../ipxe/expansion.ts';
import { at, type IpxeRule } from '../context.ts';

/** Names that every iPXE since 2.0.0 has by itself. */
const magic = 'initrd.magic';

/** PL3024: each `initrd=` is the name of an image that the script loads. EFI's file names know no case. */
export const initrdName: IpxeRule = (context) =>
  context.boots.flatMap(({ kernel, initrds }) => {
    const names = initrds.map(({ name }) => name);
    if (names.some(isDynamic)) return [];
    const known = new Set(names.map((name) => name.toLowerCase()));
    return kernel.arguments.flatMap(({ name, value, token }) => {
      if (name !== 'initrd' || value === undefined || value === '' || isDynamic(value)) return [];
      if (known.has(value.toLowerCase()) || (value === magic && !context.ages.includes('old'))) return [];
      const hint =
        names.length === 0
          ? `load it: initrd --name ${value} <url>`
          : `the script loads ${names.slice(0, 5).join(', ')}`;
      return [at(context, 'PL3024', token, `no initrd is named ${value}`, hint)];
    });
  });
