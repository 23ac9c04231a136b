import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createTranslator } from '../../../src/adapters/translator/createTranslator.ts';
import type { RenderedNode } from '../../../src/app/arm/renderNode.ts';
import { resolvedIgnition } from '../../../src/app/arm/resolvedIgnition.ts';
import { inlineFile } from '../../../src/render/base/file.ts';
import { generationPath } from '../../../src/render/base/generation.ts';
import { baseElement } from '../../../src/render/butane/element.ts';
import { type MergedConfig, mapSections } from '../../../src/render/butane/mergedConfig.ts';
import { sha256 } from '../../../src/shared/digest.ts';
import { fingerprint, parseHostKey } from '../../../src/shared/hostKey.ts';
import { releaseMarker } from '../../../src/shared/releaseMarker.ts';
import { secretMarker } from '../../../src/shared/secret.ts';
import { sshKeyPair } from '../../shared/sshKeys.ts';
import { filesIn } from './ignition.ts';

const translator = createTranslator();
afterAll(() => translator.close());

const marker = secretMarker({ secret: 'A' });
const release = sha256('release');

/** A node of which only its configuration matters. */
function node(
  files: readonly { path: string }[],
  passwordHash = '*',
  more: Partial<RenderedNode['node']> = {},
): RenderedNode {
  const merged: MergedConfig = mapSections((section) => {
    if (section === 'storage.files') return files.map((file) => baseElement(section, file.path, { ...file }));
    return section === 'passwd.users'
      ? [baseElement(section, 'core', { name: 'core', password_hash: passwordHash })]
      : [];
  });
  return {
    node: { name: 'n', ...more },
    configuration: { merged, header: ['made for a test'] },
    files: [],
  } as unknown as RenderedNode;
}

/** The texts of the files of a configuration. */
const texts = (ignition: string) => [...filesIn(ignition).values()];

const value = fc.oneof(
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: 60 })
    .filter((text) => text.isWellFormed() && !text.includes('\0')),
  fc.string({
    unit: fc.constantFrom(...'\n\r\t "\'\\$`%#:-{}[]|>&*!@,?=~é\u0085\u2028\ufeff\u0007😀+a'),
    minLength: 1,
    maxLength: 400,
  }),
);

describe('the configuration that a node is installed with', () => {
  test('has values of any characters exactly where the markers stood', async () => {
    const rendered = node(
      [
        inlineFile('/etc/rancher/k3s/config.yaml', 0o600, `token: "${marker}"\nnode-name: "n"\n`),
        inlineFile('/etc/x.json', 0o600, `{"a": ["${marker}"]}`),
        inlineFile('/etc/plain', 0o600, `before\n${marker}\nafter\n`),
      ],
      marker,
    );
    await fc.assert(
      fc.asyncProperty(value, async (secret) => {
        const hash = `$${secret}`;
        const { text } = await resolvedIgnition(rendered, release, () => hash, translator);
        const [k3s = '', json = '', plain] = texts(text);
        expect(JSON.parse(text).passwd.users[0]?.passwordHash).toBe(hash);
        expect(parse(k3s)).toEqual({ token: hash, 'node-name': 'n' });
        expect(JSON.parse(json)).toEqual({ a: [hash] });
        expect(plain).toBe(`before\n${hash}\nafter\n`);
      }),
      { numRuns: 60 },
    );
  });

  test('is what the release has when a value is its own marker', async () => {
    const rendered = node([inlineFile('/etc/k.yaml', 0o600, `token: "${marker}"\n`)]);
    const resolved = await resolvedIgnition(rendered, release, () => marker, translator);
    expect(texts(resolved.text)).toEqual([`token: "${marker}"\n`]);
  });

  test('is not made when the official translator refuses it, or a value does not fit', async () => {
    const bad = node([{ path: 'relative', contents: { inline: marker } } as { path: string }]);
    await expect(resolvedIgnition(bad, release, () => 'x', translator)).rejects.toThrow(
      /n cannot be armed\n {2}.*path not absolute/,
    );
    const hash = node([], marker);
    await expect(resolvedIgnition(hash, release, () => 'hunter2', translator)).rejects.toThrow(
      'n cannot be armed\n  the value of A, for the password of core, is no hash: make one with mkpasswd',
    );
  });

  test('has the id of the release in the generation file, and in no text of a user', async () => {
    const generation = `{"release":"${releaseMarker}"}\n`;
    const rendered = node([
      inlineFile(generationPath, 0o644, generation),
      inlineFile('/etc/user.json', 0o644, generation),
    ]);
    const { text } = await resolvedIgnition(rendered, release, () => 'x', translator);
    expect(texts(text)).toEqual([`{"release":"${release}"}\n`, generation]);
  });
});

describe('a host key that is kept', () => {
  const path = '/etc/ssh/ssh_host_ed25519_key';
  const rendered = (more: Partial<RenderedNode['node']> = { sshHostKey: { secret: 'A' } }) =>
    node([inlineFile(path, 0o600, `${marker}\n`)], '*', more);

  test('is mended, and its fingerprint is known', async () => {
    const { text, publicKey } = sshKeyPair();
    const pin = parseHostKey(publicKey);
    for (const value of [text, text.trimEnd(), text.replaceAll('\n', '\r\n')]) {
      const resolved = await resolvedIgnition(rendered(), release, () => value, translator);
      expect(texts(resolved.text)).toEqual([text]);
      expect(resolved.hostKey).toBe(pin?.kind === 'key' ? fingerprint(pin.blob) : '');
    }
  });

  test('is refused when it is none, and not repeated', async () => {
    const { text } = sshKeyPair();
    const [, line = ''] = text.split('\n');
    const cut = text.replace(line, line.slice(4));
    await expect(resolvedIgnition(rendered(), release, () => cut, translator)).rejects.toThrow(
      /^n cannot be armed\n {2}the value of A, for its SSH host key, is damaged: its parts do not fit together$/,
    );
    await expect(resolvedIgnition(rendered(), release, () => 'hunter2', translator)).rejects.toThrow(
      'the value of A, for its SSH host key, is no private key in the format of OpenSSH',
    );
  });

  test('is looked at only where the node has one', async () => {
    const resolved = await resolvedIgnition(rendered({}), release, () => 'a text', translator);
    expect(texts(resolved.text)).toEqual(['a text\n']);
    expect(resolved.hostKey).toBeUndefined();
  });
});
