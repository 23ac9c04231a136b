import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { inlineFile } from '../../../src/render/base/file.ts';
import { baseElement } from '../../../src/render/butane/element.ts';
import { emitButane } from '../../../src/render/butane/emitButane.ts';
import { type MergedConfig, mapSections } from '../../../src/render/butane/mergedConfig.ts';
import { fillSecrets, secretsOf } from '../../../src/render/secrets/fillSecrets.ts';
import { secretMarker } from '../../../src/shared/secret.ts';

const marker = secretMarker({ secret: 'TOKEN' });
const other = secretMarker({ secret: 'OTHER', version: 3 });

/** Texts of any characters, and many of those that mean something somewhere. */
const value = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.isWellFormed()),
  fc.string({
    unit: fc.constantFrom(...'\n\r\t "\'\\$`%#:-{}[]|>&*!@,?=;~é\u0085\u2028\ufeff\u0007😀'),
    minLength: 1,
  }),
);

function configOf(elements: { files?: object[]; users?: object[]; units?: object[] }): MergedConfig {
  return mapSections((section) =>
    section === 'storage.files'
      ? (elements.files ?? []).map((file) =>
          baseElement(section, (file as { path: string }).path, { ...file }),
        )
      : section === 'passwd.users'
        ? (elements.users ?? []).map((user) => baseElement(section, 'core', { ...user }))
        : section === 'systemd.units'
          ? (elements.units ?? []).map((unit) => baseElement(section, 'a.service', { ...unit }))
          : [],
  );
}

/** The text of a file with values in it, and what was wrong. */
function fill(path: string, text: string, values: Readonly<Record<string, string>>) {
  const config = configOf({ files: [inlineFile(path, 0o600, text)] });
  const { merged, problems } = fillSecrets(config, (name) => values[name] ?? '');
  const [file] = merged['storage.files'] as unknown as { value: { contents: { inline: string } } }[];
  return { text: file?.value.contents.inline ?? '', problems };
}

describe('values', () => {
  test('stand in the emitted Butane exactly where the markers stood', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const config = configOf({
          users: [{ name: 'core', password_hash: marker }],
          files: [inlineFile('/a', 0o600, `${marker}\n`), inlineFile('/b', 0o600, `x\n${other}\ny`)],
        });
        const { merged, problems } = fillSecrets(config, (name) => (name === 'TOKEN' ? a : b));
        const read = parse(emitButane(merged)) as {
          passwd: { users: { password_hash: string }[] };
          storage: { files: { contents: { inline: string } }[] };
        };
        expect(problems).toEqual([]);
        expect(read.passwd.users[0]?.password_hash).toBe(a);
        expect(read.storage.files.map(({ contents }) => contents.inline)).toEqual([`${a}\n`, `x\n${b}\ny`]);
      }),
    );
  });

  test.each([
    ['double quotes', `token: "${marker}"\n`, (text: string) => parse(text).token],
    ['single quotes', `token: '${marker}' # kept\n`, (text: string) => parse(text).token],
    ['a block', `token: |-\n  ${marker}\nrest: 1\n`, (text: string) => parse(text).token],
    ['a flow', `{a: ["${marker}"], b: 2}\n`, (text: string) => parse(text).a[0]],
    ['a tag and an anchor', `a: !!str &x "${marker}"\nb: *x\n`, (text: string) => parse(text).b],
    [
      'a later document',
      `a: 1\n---\n- "${marker}"\n`,
      (text: string) => parseAllDocuments(text)[1]?.toJS()[0],
    ],
    ['a key', `"${marker}": 1\n`, (text: string) => Object.keys(parse(text))[0]],
  ])('are what a YAML parser reads: %s', (_where, text, read) => {
    fc.assert(
      fc.property(value, (secret) => {
        const filled = fill('/etc/rancher/k3s/config.yaml', text, { TOKEN: secret });
        expect(filled.problems).toEqual([]);
        expect(read(filled.text)).toBe(secret);
      }),
    );
  });

  test('are what a JSON parser reads', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const text = JSON.stringify({ auth: `user:${marker}`, list: [other, 1] }, null, 1);
        const filled = fill('/etc/x.json', text, { TOKEN: a, OTHER: b });
        expect(JSON.parse(filled.text)).toEqual({ auth: `user:${a}`, list: [b, 1] });
      }),
    );
  });

  test('are escaped for a keyfile and for a URL', () => {
    const keyfile = fill('/etc/NetworkManager/system-connections/w.nmconnection', `psk=${marker}\n`, {
      TOKEN: ' a\\b"c%',
    });
    expect(keyfile).toEqual({ text: 'psk=\\sa\\\\b"c%\n', problems: [] });
    const config = configOf({
      files: [{ path: '/a', contents: { source: `https://me:${marker}@example.org/x` } }],
    });
    expect(fillSecrets(config, () => 'p@ss/wörd').merged['storage.files'][0]?.value).toEqual({
      path: '/a',
      contents: { source: 'https://me:p%40ss%2Fw%C3%B6rd@example.org/x' },
    });
  });

  test('are escaped for a unit as far as that can be done', () => {
    const fillUnit = (text: string, secret: string) => {
      const { merged, problems } = fillSecrets(
        configOf({ units: [{ name: 'a.service', contents: text }] }),
        () => secret,
      );
      return problems.length > 0 ? problems : merged['systemd.units'][0]?.value.contents;
    };
    expect(fillUnit(`Environment="A=${marker}"`, '100%')).toBe('Environment="A=100%%"');
    expect(fillUnit(`Environment="A=${marker}"`, 'a"b')).toEqual([
      expect.stringMatching(/^a\.service: line 1: the value of TOKEN has a quote/),
    ]);
  });

  test('leave the rest of a file as it was', () => {
    const text = `# a comment\nwrite-kubeconfig-mode: "0600"\ntoken:   "${marker}"   # ${other}\n\nempty:\n`;
    expect(fill('/x.yaml', text, { TOKEN: 'a"b', OTHER: 'never' })).toEqual({
      text: text.replace(`"${marker}"`, '"a\\"b"'),
      problems: [],
    });
    expect(fill('/x.yaml', `a: |\n    x: ${marker}\n    y\n`, { TOKEN: 'one\ntwo' }).text).toBe(
      'a: |\n    x: one\n    two\n    y\n',
    );
  });

  test('that are a whole file are put in as they are, whatever the file', () => {
    for (const path of ['/a.yaml', '/a.nmconnection', '/a.env', '/a'])
      expect(fill(path, `${marker}\n`, { TOKEN: 'a: "b\n%\\' })).toEqual({
        text: 'a: "b\n%\\\n',
        problems: [],
      });
  });
});

describe('a value that its surroundings would change is refused, without telling it', () => {
  test.each([
    ['/a.conf', `psk="${marker}"`, 'secret"x', 'in double quotes'],
    ['/a.conf', `psk="${marker}"`, 'secret\\x', 'in double quotes'],
    ['/a.conf', `key = ${marker}`, 'secret\nx', 'several lines'],
    ['/a.env', `A="${marker}"`, 'secret$x', 'in double quotes'],
    ['/a.env', `A='${marker}'`, "secret'x", 'a single quote'],
    ['/a.env', `A=${marker}`, 'secret x', 'without quotes'],
    ['/run', `#!/bin/sh\nx="$(y)" ; z ${marker}`, 'secret;x', 'without quotes'],
    ['/a.yaml', `a: ${marker}\n`, 'secret', 'cannot be read as YAML'],
  ])('%s %s', (path, text, secret, why) => {
    const { problems } = fill(path, text, { TOKEN: secret });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(why);
    expect(problems[0]).not.toContain('secret"');
    expect(problems[0]).not.toContain(secret === 'secret' ? '\0' : secret);
  });

  test.each([
    ['/a.conf', `psk="${marker}"`, 'a$b`c%'],
    ['/a.conf', `psk='it' x="${marker}"`, "a'b"],
    ['/a.env', `A='${marker}'`, 'a"b\\$x y'],
    ['/a.env', `A=${marker}`, 'K10abc::server:def'],
    ['/a.pem', `a\n${marker}\nb`, '-----BEGIN\nx\n-----END'],
  ])('and others are not: %s %s', (path, text, secret) => {
    expect(fill(path, text, { TOKEN: secret })).toEqual({
      text: text.replace(marker, () => secret),
      problems: [],
    });
  });
});

test('only what has a marker is made anew', () => {
  const config = configOf({
    files: [inlineFile('/a', 0o600, 'x'), inlineFile('/b', 0o600, `${marker} ${other} ${marker}`)],
  });
  const { merged } = fillSecrets(config, () => 'y');
  expect(merged['storage.files'][0]).toBe(config['storage.files'][0]);
  expect(merged['storage.files'][1]).not.toBe(config['storage.files'][1]);
  expect(secretsOf(config)).toEqual(['TOKEN', 'OTHER']);
  expect(secretsOf(merged)).toEqual([]);
});
