import type { Flaw } from '../flaw.ts';
import type { FileElement } from '../nodeFiles.ts';
import { octal } from '../octal.ts';

const profiles = /^\/etc\/NetworkManager\/system-connections\/[^/]+$/;

/** PL3208: a connection profile with permissions or an owner that NetworkManager refuses. */
export function keyfileMode({ path, mode, ownedByRoot }: FileElement): Flaw[] {
  if (!profiles.test(path)) return [];
  const hint = 'set mode: 0600';
  if ((mode & 0o777) !== 0o600 && (mode & 0o777) !== 0o400)
    return [
      {
        code: 'PL3208',
        message: `NetworkManager ignores ${path} because of its mode ${octal(mode)}`,
        hint,
        at: ['mode'],
      },
    ];
  if (!ownedByRoot)
    return [
      {
        code: 'PL3208',
        message: `NetworkManager ignores ${path} because root does not own it`,
        at: ['user'],
      },
    ];
  return [];
}
