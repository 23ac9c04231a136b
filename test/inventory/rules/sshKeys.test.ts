import { describe, expect, test } from 'vitest';
import { readInventory } from '../../../src/inventory/inventory.ts';
import { edited, lab, publicKey, sourcesOf } from '../sources.ts';

const codes = (key: string) =>
  readInventory(sourcesOf(edited(lab, ['site.yaml', publicKey, JSON.stringify(key)]))).findings.map(
    ({ code }) => code,
  );

/** The data of a key: fields with their lengths, as RFC 4253 has them. */
const data = (...fields: (string | number)[]) =>
  Buffer.concat(
    fields.map((field) => {
      const bytes = typeof field === 'number' ? Buffer.alloc(field, 7) : Buffer.from(field);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return Buffer.concat([length, bytes]);
    }),
  ).toString('base64');

describe('SSH keys', () => {
  test.each([
    ['ed25519', `ssh-ed25519 ${data('ssh-ed25519', 32)}`],
    ['RSA', `ssh-rsa ${data('ssh-rsa', 3, 257)} ops@lab`],
    ['ECDSA', `ecdsa-sha2-nistp256 ${data('ecdsa-sha2-nistp256', 'nistp256', 65)} a comment of words`],
    ['a security key', `sk-ssh-ed25519@openssh.com ${data('sk-ssh-ed25519@openssh.com', 32, 'ssh:')}`],
    ['one with options', `from="10.0.0.0/8",no-pty ssh-ed25519 ${data('ssh-ed25519', 32)} ops`],
  ])('%s is fine', (_, key) => {
    expect(codes(key)).toEqual([]);
  });

  test.each([
    ['another type inside', `ssh-ed25519 ${data('ssh-rsa', 3, 257)}`],
    ['data that was cut short', `ssh-ed25519 ${data('ssh-ed25519', 32).slice(0, 60)}`],
    ['no key after the type', `ssh-ed25519 ${data('ssh-ed25519', 0).slice(0, 20)}`],
  ])('%s is damage', (_, key) => {
    expect(codes(key)).toEqual(['PL1251']);
  });
});
