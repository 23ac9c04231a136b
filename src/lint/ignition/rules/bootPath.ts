import type { Flaw } from '../flaw.ts';

/** PL3203: a file, directory or link on the boot partition. */
export function bootPath({ path }: { readonly path: string }): Flaw[] {
  if (!/^\/(boot|efi)(\/|$)/.test(path)) return [];
  return [
    { code: 'PL3203', message: `${path} is on the boot partition, which updates manage`, at: ['path'] },
  ];
}
