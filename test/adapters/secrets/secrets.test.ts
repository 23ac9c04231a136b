import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readDotenv } from '../../../src/adapters/secrets/dotenv.ts';
import { secretsFrom } from '../../../src/adapters/secrets/secrets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a file that only its owner may read; answers its path. */
function put(name: string, text: string | Uint8Array, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

const get = (name: string, environment: Record<string, string>, file?: string) =>
  secretsFrom(environment).open(file).get(name);

describe('where a value comes from', () => {
  test('its own variable, then the file, then the variable of its name', async () => {
    const file = put('s.env', 'A=file\n');
    const all = { PILOTLIGHT_SECRET_A: 'own', A: 'plain' };
    expect(await get('A', all, file)).toBe('own');
    expect(await get('A', { A: 'plain' }, file)).toBe('file');
    expect(await get('B', { B: 'plain' }, file)).toBe('plain');
    expect(await get('C', {}, file)).toBeUndefined();
    expect(secretsFrom({}).open(file).places('A')).toEqual(['$PILOTLIGHT_SECRET_A', file, '$A']);
  });

  test('an empty value is none', async () => {
    expect(await get('A', { PILOTLIGHT_SECRET_A: '', A: 'x' })).toBe('x');
    expect(await get('A', { A: '' })).toBeUndefined();
  });

  test("variables that are the program's own or the runner's are no secrets of an inventory", async () => {
    for (const name of ['PILOTLIGHT_SSH_KEY', 'GITHUB_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'SSH_AUTH_SOCK']) {
      expect(await get(name, { [name]: 'x' })).toBeUndefined();
      expect(await get(name, { [`PILOTLIGHT_SECRET_${name}`]: 'x' })).toBe('x');
    }
  });

  test('the line break at its end goes, the others stay', async () => {
    expect(await get('A', { A: 'x\r\ny\n\n' })).toBe('x\r\ny\n');
    expect(await get('A', { A: 'x\r\n' })).toBe('x');
  });

  test.each([
    ['a\0b', 'has a NUL character'],
    ['a\ufffd', 'is no text in UTF-8'],
    ['\n', 'is nothing but a line break'],
  ])('what cannot be used is refused, without being told: %j', async (value, why) => {
    await expect(get('A', { A: value })).rejects.toMatchObject({
      message: `the value of the secret A ${why}`,
    });
  });
});

describe('a file', () => {
  test.each([
    ['s.yaml', 'A: "x: y"\nB: |\n  one\n  two\n'],
    ['s.json', '{"A": "x: y", "B": "one\\ntwo\\n"}'],
    ['s.env', '# secrets\n\nexport A="x: y" # first\nB=\'one\ntwo\n\'\n'],
    ['s', 'A=\'x: y\'\r\nB="one\\ntwo\\n"\r\n'],
  ])('holds names and values: %s', async (name, text) => {
    const file = put(name, text);
    expect(await get('A', {}, file)).toBe('x: y');
    expect(await get('B', {}, file)).toBe('one\ntwo');
  });

  test('that others may read is refused, and how that is mended is said', async () => {
    for (const mode of [0o644, 0o640, 0o604, 0o620]) {
      await expect(get('A', {}, put('s.env', 'A=x', mode))).rejects.toMatchObject({
        kind: 'refused',
        next: expect.stringMatching(/^chmod 600 /),
      });
    }
    expect(await get('A', {}, put('s.env', 'A=x', 0o400))).toBe('x');
  });

  test.each([
    ['s.yaml', 'A: [hunter2', 'it cannot be read as YAML or JSON, at line'],
    ['s.yaml', 'A: *hunter2', 'put values that begin with * in quotes'],
    ['s.yaml', 'A: 12345', 'the value of A is no text: put it in quotes'],
    ['s.json', '["hunter2"]', 'it is no map of names to texts'],
    ['s.env', 'A=x\nhunter2', 'line 2 is not NAME=value'],
    ['s.env', 'A="hunter2', 'line 1: the value of A has to stand in quotes, which end'],
    ['s.env', 'A=hunter2 # or not', 'the value of A has to stand in quotes'],
    ['s.env', 'A="x"hunter2', 'something follows the value of A'],
    ['s.env', 'A=x\nA=hunter2', 'line 2 gives A a second time'],
    ['s.env', Buffer.from([0x41, 0x3d, 0xff]), 'it is no text in UTF-8'],
  ])('that is none is told by its line, and never quoted: %s %j', async (name, text, why) => {
    const error = (await get('A', {}, put(name, text)).catch((reason: unknown) => reason)) as Error;
    expect(error.message).toContain(why);
    expect(error.message).not.toContain('hunter2');
  });

  test('that is missing, a folder, or without an end is told', async () => {
    await expect(get('A', {}, join(folder, 'none'))).rejects.toThrow('no such file');
    await expect(get('A', {}, folder)).rejects.toThrow('it is a folder');
    await expect(get('A', {}, '/dev/zero')).rejects.toThrow('more than 1 MiB');
  });

  test('gives back any value that can be written in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .string({ unit: 'binary', minLength: 1 })
          .filter((text) => text.isWellFormed() && !/[\0\ufffd]|\n$/.test(text)),
        async (value) => {
          expect(await get('A', {}, put('s.yaml', stringify({ A: value })))).toBe(value);
          expect(await get('A', {}, put('s.json', JSON.stringify({ A: value })))).toBe(value);
          const quoted = `A="${value.replaceAll(/["\\]/g, '\\$&')}"\n`;
          expect(readDotenv(quoted)).toEqual({ values: new Map([['A', value]]) });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a file that SOPS encrypted', () => {
  const encrypted = 'A: ENC[AES256_GCM,data:x]\nsops:\n  mac: x\n';
  /** Puts a program `sops` on a path of its own. */
  const withSops = (script: string) => {
    put('sops', `#!/bin/sh\n${script}\n`, 0o700);
    return { PATH: `${folder}:/usr/bin:/bin` };
  };

  test.each([
    ['s.yaml', encrypted, 'yaml'],
    ['s.json', '{\n "A": "ENC[x]",\n "sops": {"mac": "x"}\n}', 'json'],
    ['s.env', 'A=ENC[x]\nsops_version=3\n', 'dotenv'],
  ])('is decrypted by the installed program, and may be read by others: %s', async (name, text, format) => {
    const environment = withSops(
      `[ "$*" = "--decrypt --input-type ${format} --output-type json ${folder}/${name}" ] || exit 9\nprintf '{"A":"decrypted\\\\nvalue"}'`,
    );
    expect(await get('A', environment, put(name, text, 0o644))).toBe('decrypted\nvalue');
  });

  test('needs that program', async () => {
    await expect(get('A', { PATH: folder }, put('s.yaml', encrypted))).rejects.toMatchObject({
      kind: 'world',
      message: expect.stringMatching(/is encrypted by SOPS, and there is no program sops$/),
    });
  });

  test('is told with what SOPS said, where that fails', async () => {
    const environment = withSops('echo "no key could be found" >&2; exit 128');
    await expect(get('A', environment, put('s.yaml', encrypted))).rejects.toThrow(
      /sops cannot decrypt .*: no key could be found$/,
    );
    await expect(get('A', withSops('echo decrypted'), put('s.yaml', encrypted))).rejects.toThrow(
      'is no JSON',
    );
  });
});
