import { generateKey } from 'openpgp';
import { describe, expect, test } from 'vitest';
import { fedoraKeys } from '../../../src/images/fedoraKeys.ts';
import { armourFault, isArmoured } from '../../../src/inventory/rules/armour.ts';

const block = (kind: string, body: string): string =>
  `-----BEGIN PGP ${kind}-----\n\n${body}\n-----END PGP ${kind}-----\n`;

describe('armoured keys', () => {
  test.each(['rsa', 'ecc'] as const)(
    'of the kind %s are taken, also with the line ends of Windows',
    async (type) => {
      const { publicKey } = await generateKey({
        userIDs: [{ name: 'Test' }],
        type,
        rsaBits: 2048,
        format: 'armored',
      });
      for (const text of [publicKey, publicKey.replaceAll('\n', '\r\n'), `Ours:\n${publicKey}`]) {
        expect(isArmoured(text)).toBe(true);
        expect(armourFault(text)).toBeUndefined();
      }
    },
  );

  test('of Fedora are taken, several in a text and with comments', () => {
    expect(armourFault(fedoraKeys)).toBeUndefined();
    expect(armourFault(fedoraKeys.slice(0, -40))).toMatch(/beginning .* not its end/);
  });

  test('are told from private keys, from signatures, and from what is neither', async () => {
    const { privateKey } = await generateKey({ userIDs: [{ name: 'Test' }], type: 'ecc', format: 'armored' });
    expect(armourFault(privateKey)).toContain('a private key');
    expect(armourFault(block('SIGNATURE', 'iQ=='))).toContain('no armoured OpenPGP public key');
    expect(armourFault(block('PUBLIC KEY BLOCK', 'iQIzBAABCgAdFiEE'))).toContain('holds no public key');
    expect(armourFault(block('PUBLIC KEY BLOCK', ''))).toContain('holds no public key');
    expect(isArmoured('keys/fedora-44.asc')).toBe(false);
  });
});
