import { describe, expect, test } from 'vitest';
import { secretMarker } from '../../../../src/shared/secret.ts';
import { codes, lintOneUser } from '../../support.ts';

const keys = { ssh_authorized_keys: ['ssh-ed25519 AAAAC3Nza one@desk'] };

describe('PL3205 and PL3206, password hashes', () => {
  test.each([
    ['$1$salt$hash', 'MD5'],
    ['$5$salt$hash', 'SHA-256'],
    ['ab0cdefghijkl', 'DES'],
    ['hunter2', 'not at all'],
  ])('weak: %s', (hash, method) => {
    const findings = lintOneUser({ name: 'core', ...keys, password_hash: hash });
    expect(codes(findings)).toEqual(['PL3205']);
    expect(findings[0]?.message).toContain(method);
    expect(findings[0]?.message).not.toContain(hash);
  });

  test.each(['$y$j9T$salt$hash', '$6$salt$hash', '$2b$12$hash', '$gy$j9T$salt$hash'])(
    'in clear: %s',
    (hash) => {
      expect(codes(lintOneUser({ name: 'core', ...keys, password_hash: hash }))).toEqual(['PL3206']);
    },
  );

  test.each(['*', '!', '', secretMarker({ secret: 'HASH' })])('neither: %s', (hash) => {
    expect(lintOneUser({ name: 'core', ...keys, password_hash: hash })).toEqual([]);
  });
});

describe('PL3211, keys given twice', () => {
  test('also when only the comment differs', () => {
    const findings = lintOneUser({
      name: 'core',
      ssh_authorized_keys: ['ssh-ed25519 AAAAC3Nza one@desk', 'ssh-ed25519 AAAAC3Nza two@desk'],
    });
    expect(codes(findings)).toEqual(['PL3211']);
  });

  test('not two keys with one comment', () => {
    const other = 'ssh-ed25519 AAAAC3Nzb one@desk';
    expect(lintOneUser({ name: 'core', ssh_authorized_keys: [...keys.ssh_authorized_keys, other] })).toEqual(
      [],
    );
  });
});

describe('PL3212, nobody can log in', () => {
  test.each([{}, { password_hash: '*' }, { ssh_authorized_keys: [] }])('%j', (more) => {
    expect(codes(lintOneUser({ name: 'ann', ...more }))).toEqual(['PL3212']);
  });

  test.each([keys, { system: true }, { shell: '/sbin/nologin' }, { ssh_authorized_keys_local: ['a.pub'] }])(
    'not %j',
    (more) => {
      expect(lintOneUser({ name: 'ann', ...more })).toEqual([]);
    },
  );
});
