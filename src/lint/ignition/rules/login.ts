import type { Flaw } from '../flaw.ts';
import type { UserElement } from '../nodeFiles.ts';

/** PL3211: the same SSH key twice for one user. The comment after a key does not make it another one. */
export function duplicateKeys({ name, keys }: UserElement): Flaw[] {
  const seen = new Set<string>();
  return keys.flatMap(({ key, at }): Flaw[] => {
    const identity = /\b(?:ssh|ecdsa|sk)-\S+\s+(\S+)/.exec(key)?.[1] ?? key.trim();
    if (!seen.has(identity)) {
      seen.add(identity);
      return [];
    }
    return [{ code: 'PL3211', message: `${name} has the same SSH key twice`, at }];
  });
}

/** PL3212: a user whom nobody can become from outside. */
export function noWayIn({ name, keys, keysElsewhere, passwordHash, service }: UserElement): Flaw[] {
  const opens = passwordHash !== undefined && passwordHash !== '' && !/^[*!]/.test(passwordHash);
  if (service || keys.length > 0 || keysElsewhere || opens) return [];
  return [
    {
      code: 'PL3212',
      message: `${name} has neither an SSH key nor a password, so nobody can log in as ${name}`,
      at: ['name'],
    },
  ];
}
