import type { Flaw } from '../flaw.ts';

const passing = /^\/(proc|sys|dev|run|tmp|media|var\/run)(\/|$)/;

/** PL3202: a file, directory or link where nothing lasts until the system runs. */
export function passingPath({ path }: { readonly path: string }): Flaw[] {
  const top = passing.exec(path)?.[1];
  if (top === undefined) return [];
  return [
    {
      code: 'PL3202',
      message: `${path} does not last: /${top} is made anew at each boot`,
      hint: 'use /etc or /var, or a snippet in /etc/tmpfiles.d',
      at: ['path'],
    },
  ];
}
