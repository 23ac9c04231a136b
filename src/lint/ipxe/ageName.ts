import type { IpxeAge } from '../../ipxe/commandTable.ts';

/** What messages call an iPXE. */
export function ageName(age: IpxeAge): string {
  return age === 'old' ? "Debian's iPXE 1.0.0" : 'iPXE 2.0.0';
}
