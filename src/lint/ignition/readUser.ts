import type { Dialect } from './dialect.ts';
import type { UserElement } from './nodeFiles.ts';
import { listOf, type PlainObject, textOf } from './plainData.ts';

/** Reads an element of `passwd.users`. */
export function readUser(raw: PlainObject, dialect: Dialect): UserElement {
  return {
    name: textOf(raw.name) ?? '',
    keys: listOf(raw[dialect.sshAuthorizedKeys]).flatMap((key, index) =>
      typeof key === 'string' ? [{ key, at: [dialect.sshAuthorizedKeys, index] }] : [],
    ),
    keysElsewhere: listOf(raw.ssh_authorized_keys_local).length > 0,
    passwordHash: textOf(raw[dialect.passwordHash]),
    passwordHashAt: [dialect.passwordHash],
    service: raw.system === true || /\/(nologin|false)$/.test(textOf(raw.shell) ?? ''),
  };
}
