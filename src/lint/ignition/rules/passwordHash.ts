import { secretsIn } from '../../../shared/secret.ts';
import type { Flaw } from '../flaw.ts';
import type { UserElement } from '../nodeFiles.ts';

/** yescrypt, gost-yescrypt, scrypt, bcrypt and SHA-512; crypt(5). */
const strong = /^\$(?:y|gy|7|2[aby]|6)\$/;
/** An account that no password opens. */
const locked = /^[*!]/;

/** PL3205: a password hash that is guessed quickly, or no hash at all. */
export function weakPasswordHash({ name, passwordHash, passwordHashAt }: UserElement): Flaw[] {
  if (passwordHash === undefined || passwordHash === '' || locked.test(passwordHash)) return [];
  if (strong.test(passwordHash) || secretsIn(passwordHash).length > 0) return [];
  const method = { $1$: 'MD5', $5$: 'SHA-256' }[passwordHash.slice(0, 3)];
  return [
    {
      code: 'PL3205',
      message: `the password of ${name} is hashed with ${method ?? 'DES, or not at all'}`,
      hint: 'make a hash with mkpasswd --method=yescrypt',
      at: passwordHashAt,
    },
  ];
}

/** PL3206: a password hash that stands in the configuration itself. */
export function clearPasswordHash({ name, passwordHash, passwordHashAt }: UserElement): Flaw[] {
  if (passwordHash === undefined || !strong.test(passwordHash)) return [];
  return [
    {
      code: 'PL3206',
      message: `the password hash of ${name} is in clear`,
      hint: 'write {{ secret.NAME }} in its place',
      at: passwordHashAt,
    },
  ];
}
