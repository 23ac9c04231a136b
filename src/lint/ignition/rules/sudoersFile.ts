import type { Flaw } from '../flaw.ts';
import type { FileElement } from '../nodeFiles.ts';
import { octal } from '../octal.ts';

/** PL3209: a file of /etc/sudoers.d that sudo skips or refuses. */
export function sudoersFile({ path, mode }: FileElement): Flaw[] {
  const name = /^\/etc\/sudoers(?:\.d\/([^/]+))?$/.exec(path);
  if (name === null) return [];
  const flaws: Flaw[] = [];
  if ((mode & 0o022) !== 0)
    flaws.push({
      code: 'PL3209',
      message: `sudo refuses ${path} because others may write it (mode ${octal(mode)})`,
      hint: 'set mode: 0440',
      at: ['mode'],
    });
  if (/\.|~$/.test(name[1] ?? ''))
    flaws.push({
      code: 'PL3209',
      message: `sudo skips ${path} because of ${name[1]?.includes('.') ? 'the dot in' : 'the ~ at the end of'} its name`,
      hint: `name it ${(name[1] ?? '').replaceAll('.', '-').replace(/~$/, '')}`,
      at: ['path'],
    });
  return flaws;
}
