import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ssh2 from 'ssh2';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { parsePrivateKey } from '../../../src/adapters/ssh/privateKey.ts';
import { Failure } from '../../../src/shared/failure.ts';
import { requireTool } from '../../tools/tools.ts';
import { generateKey } from './dropbear.ts';

const folder = mkdtempSync(join(tmpdir(), 'pilotlight-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(({ skip }) => {
  requireTool('ssh-keygen', { skip });
});

function read(text: string, passphrase?: string): ReturnType<typeof parsePrivateKey> {
  return parsePrivateKey(ssh2.utils, { name: 'the private key', text, passphrase });
}

/** What reading it fails with: message and next step. */
function problem(text: string, passphrase?: string): string {
  try {
    read(text, passphrase);
  } catch (error) {
    if (error instanceof Failure) return `${error.message}. ${error.next}`;
    throw error;
  }
  return 'nothing';
}

test.each<[string, string[], string]>([
  ['ed25519', ['-t', 'ed25519'], ''],
  ['ecdsa', ['-t', 'ecdsa'], ''],
  ['rsa', ['-t', 'rsa', '-b', '2048'], ''],
  ['rsa in PEM', ['-t', 'rsa', '-b', '2048', '-m', 'PEM'], ''],
  ['encrypted ed25519', ['-t', 'ed25519', '-a', '4'], 'geheim'],
  ['encrypted rsa in PEM', ['-t', 'rsa', '-b', '2048', '-m', 'PEM'], 'geheim'],
])('a key of ssh-keygen is read: %s', (name, options, passphrase) => {
  const { privateKey, publicKey } = generateKey(folder, name.replaceAll(' ', '-'), options, passphrase);
  const blob = read(`\n${privateKey.replaceAll('\n', '\r\n')}\n\n`, passphrase).getPublicSSH();
  expect(publicKey).toContain(blob.toString('base64'));
  if (passphrase === '') return;
  expect(problem(privateKey)).toContain('needs a passphrase');
  expect(problem(privateKey, 'falsch')).toContain('passphrase is wrong');
});

test.each<[string, (key: { privateKey: string; publicKey: string }) => string, RegExp]>([
  ['its public half', ({ publicKey }) => publicKey, /is a public key.*without \.pub/],
  ['a path', () => '/etc/ssh/id_ed25519', /is not a private key/],
  ['a key on one line', ({ privateKey }) => privateKey.replaceAll('\n', ' '), /has lost its line breaks/],
  ['a key that is cut off', ({ privateKey }) => privateKey.slice(0, 200), /is cut off/],
  [
    'a key that is damaged',
    ({ privateKey }) => privateKey.replace(/\n.{40}/, `\n${'A'.repeat(40)}`),
    /cannot be read.*damaged/,
  ],
  [
    'a key of PuTTY',
    () => 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n',
    /format of PuTTY.*puttygen/,
  ],
  [
    'a key in PKCS#8',
    () =>
      generateKeyPairSync('ed25519', {
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' },
      }).privateKey,
    /PKCS#8.*ssh-keygen -p -f/,
  ],
])('%s is explained, without a word of it', (name, of, expected) => {
  const key = generateKey(folder, name.replaceAll(/\W/g, '-'), ['-t', 'ed25519']);
  const text = of(key);
  const said = problem(text);
  expect(said).toMatch(expected);
  for (const word of text.split(/\s+/)) if (word.length > 20) expect(said).not.toContain(word);
});
