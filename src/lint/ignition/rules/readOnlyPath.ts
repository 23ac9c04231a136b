import type { Flaw } from '../flaw.ts';

const readOnly = /^\/(usr|bin|sbin|lib|lib64|sysroot|ostree)(\/|$)/;
const writable = /^\/usr\/local(\/|$)/;

/** PL3201: a file, directory, link or mount point on the read-only part of CoreOS. */
export function readOnlyPath({ path }: { readonly path: string }): Flaw[] {
  if (!readOnly.test(path) || writable.test(path)) return [];
  return [
    {
      code: 'PL3201',
      message: `${path} is on the read-only part of CoreOS`,
      hint: readOnlyHint(path),
      at: ['path'],
    },
  ];
}

function readOnlyHint(path: string): string {
  const program = /^\/(?:usr\/)?s?bin\/(.+)$/.exec(path)?.[1];
  if (program !== undefined) return `use /usr/local/bin/${program}`;
  const unit = /^\/usr\/lib\/systemd\/(.+)$/.exec(path)?.[1];
  if (unit !== undefined) return `use /etc/systemd/${unit}, or a unit of the configuration`;
  return 'use /etc, /var, /opt or /usr/local';
}
