import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { publicKeyLine } from '../../src/shared/hostKey.ts';
import { parseSshPrivateKey } from '../../src/shared/sshPrivateKey.ts';
import { requireTool, type Skipping } from '../tools/tools.ts';
import { sshKeyPair, sshKeyText } from './sshKeys.ts';

const folder = mkdtempSync(join(tmpdir(), 'pilotlight-key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
/** A key as ssh-keygen makes it: the texts of both halves. */
function keygen(context: Skipping, ...more: string[]): { text: string; publicKey: string } {
  const file = join(folder, `key${made++}`);
  const words = ['-q', '-C', 'root@somewhere', '-f', file, ...more];
  const { status, stderr } = spawnSync(requireTool('ssh-keygen', context), words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return { text: readFileSync(file, 'utf8'), publicKey: readFileSync(`${file}.pub`, 'utf8') };
}

const problemOf = (text: string) => {
  const parsed = parseSshPrivateKey(text);
  return 'problem' in parsed ? parsed.problem : '';
};

function parse(text: string): { readonly text: string; readonly line: string } {
  const parsed = parseSshPrivateKey(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return { text: parsed.text, line: publicKeyLine(parsed.publicBlob) };
}

describe('a host key', () => {
  test('is what ssh-keygen makes, and has the public half that it says', (context) => {
    const { text, publicKey } = keygen(context, '-t', 'ed25519', '-N', '');
    expect(parse(text).text).toBe(text);
    expect(`${parse(text).line} root@somewhere\n`).toBe(publicKey);
  });

  test('is mended where an editor or a form broke its lines, and OpenSSH takes it then', (context) => {
    const { text, publicKey } = sshKeyPair();
    const broken = [
      text.trimEnd(),
      text.replaceAll('\n', '\r\n'),
      `\n  ${text.replaceAll('\n', ' \n  ')}\n\n`,
      text.replaceAll('\n', '\r'),
    ];
    for (const each of broken) expect(parse(each)).toEqual({ text, line: publicKey });
    const file = join(folder, 'mended');
    writeFileSync(file, parse(broken[1] ?? '').text, { mode: 0o600 });
    const { stdout } = spawnSync(requireTool('ssh-keygen', context), ['-y', '-f', file], {
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe(`${publicKey} a test`);
  });

  test('has no passphrase, is Ed25519, and is in the format of OpenSSH', (context) => {
    expect(problemOf(keygen(context, '-t', 'ed25519', '-N', 'hunter22').text)).toContain('has a passphrase');
    expect(problemOf(keygen(context, '-t', 'ecdsa', '-N', '').text)).toContain('is no Ed25519 key');
    expect(problemOf(keygen(context, '-t', 'ecdsa', '-N', '', '-m', 'PEM').text)).toContain(
      'in another format',
    );
    expect(problemOf(sshKeyPair().publicKey)).toContain('is a public key');
    expect(problemOf('PuTTY-User-Key-File-3: ssh-ed25519\n')).toContain('in another format');
    for (const text of ['', 'hunter2', '-----BEGIN CERTIFICATE-----\n'])
      expect(problemOf(text)).toContain('is no private key in the format of OpenSSH');
  });

  test('is whole, and its halves belong together', () => {
    const { text } = sshKeyPair();
    const lines = text.split('\n');
    expect(problemOf(lines.slice(0, -2).join('\n'))).toContain('cut off');
    expect(problemOf(lines.toSpliced(2, 1).join('\n'))).toContain('damaged');
    expect(problemOf(lines.with(1, '???').join('\n'))).toContain('no base64');
    const [seed, half] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    expect(problemOf(sshKeyText({ seed, half }))).toContain('damaged');
    const derived = Buffer.from('8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c', 'hex');
    const sound = { seed, half: derived };
    expect(problemOf(sshKeyText(sound))).toBe('');
    expect(problemOf(sshKeyText({ ...sound, checks: [1, 2] }))).toContain('damaged');
    expect(problemOf(sshKeyText({ ...sound, keys: 2 }))).toContain('damaged');
    expect(problemOf(sshKeyText({ ...sound, cipher: 'aes256-ctr' }))).toContain('has a passphrase');
  });

  test('that is damaged anywhere is told of, and never repeated', () => {
    const { text } = sshKeyPair('');
    const data = text.split('\n').slice(1, -2).join('');
    fc.assert(
      fc.property(fc.nat({ max: data.length - 1 }), fc.constantFrom(...'Ab0+/=?'), (at, character) => {
        const changed = `${data.slice(0, at)}${character}${data.slice(at + 1)}`;
        const problem = problemOf(
          `-----BEGIN OPENSSH PRIVATE KEY-----\n${changed}\n-----END OPENSSH PRIVATE KEY-----\n`,
        );
        for (let start = 0; start + 12 < changed.length; start += 4)
          expect(problem).not.toContain(changed.slice(start, start + 12));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (secret) => {
        expect(problemOf(secret)).not.toBe('');
        expect(
          problemOf(`-----BEGIN OPENSSH PRIVATE KEY-----\n${secret}\n-----END OPENSSH PRIVATE KEY-----`),
        ).not.toBe('');
      }),
    );
  });
});
