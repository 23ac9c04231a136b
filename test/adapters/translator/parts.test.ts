import { afterAll, expect, test } from 'vitest';
import { createTranslator } from '../../../src/adapters/translator/createTranslator.ts';
import type { TranslatedParts } from '../../../src/ports/translator.ts';
import { readCase } from './stock.ts';

const translator = createTranslator({ workers: 1 });
afterAll(() => translator.close());

/** Writes sections as the configuration that they are parts of: in their order, with the keys around them. */
function assemble({ sections }: TranslatedParts): string {
  const top = new Map<string, string[]>();
  for (const [name, elements] of Object.entries(sections)) {
    const [parent = '', key] = name.split('.');
    const text = key === undefined ? (elements[0] ?? '') : `"${key}":[${elements.join(',')}]`;
    top.set(parent, [...(top.get(parent) ?? []), text]);
  }
  const members = [...top].map(([name, texts]) =>
    ['storage', 'systemd', 'passwd'].includes(name)
      ? `"${name}":{${texts.join(',')}}`
      : `"${name}":${texts[0]}`,
  );
  return `{${members.join(',')}}`;
}

test('parts are assembled to the very bytes of the whole', async () => {
  const butane = readCase('rich.bu');
  const parts = await translator.translateParts(butane, { strict: true });
  const { ignition } = await translator.translate(butane, { strict: true });
  expect(assemble(parts)).toBe(ignition);
});

test('each element is one JSON value, in the order of the input', async () => {
  const { sections } = await translator.translateParts(readCase('rich.bu'), { strict: true });
  expect(Object.keys(sections)).toEqual([
    'ignition',
    'kernelArguments',
    'passwd.groups',
    'passwd.users',
    'storage.directories',
    'storage.disks',
    'storage.files',
    'storage.filesystems',
    'storage.links',
    'storage.luks',
    'storage.raid',
    'systemd.units',
  ]);
  expect(sections['storage.files']?.map((text) => JSON.parse(text).path)).toEqual([
    '/etc/hostname',
    '/etc/NetworkManager/system-connections/lan.nmconnection',
    '/etc/brackets/",]}{[\\',
    '/etc/long.conf',
    '/etc/empty',
    '/opt/remote.tgz',
  ]);
  expect(sections.ignition).toEqual(['{"version":"3.6.0"}']);
});

test('files translated alone give the elements that they give in the whole', async () => {
  const entry = (i: number): string => `    - {path: /etc/${i}, contents: {inline: "text ${i}"}}\n`;
  const config = (entries: string): string => `variant: fcos\nversion: 1.7.0\nstorage:\n  files:\n${entries}`;
  const whole = await translator.translateParts(config(entry(1) + entry(2)), { strict: true });
  const alone = await Promise.all(
    [1, 2].map((i) => translator.translateParts(config(entry(i)), { strict: true })),
  );
  expect(alone.flatMap(({ sections }) => sections['storage.files'])).toEqual(whole.sections['storage.files']);
});

test('a mistake leaves no sections', async () => {
  const butane = 'variant: fcos\nversion: 1.7.0\nkey: 1\n';
  const parts = await translator.translateParts(butane, { strict: true });
  expect(parts).toMatchObject({ sections: {}, entries: [{ severity: 'warning', line: 3 }] });
});
