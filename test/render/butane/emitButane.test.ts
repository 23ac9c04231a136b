import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createTranslator } from '../../../src/adapters/translator/createTranslator.ts';
import { isMapping } from '../../../src/render/butane/data.ts';
import { elementAtLine, emitButane } from '../../../src/render/butane/emitButane.ts';
import { type Section, sectionNames, sectionPath } from '../../../src/render/butane/section.ts';
import { merging } from './merging.ts';
import { separableConfigs, texts } from './randomConfig.ts';

const translator = createTranslator();
afterAll(() => translator.close());

/** What a parsed Butane file has in a section, as a list of elements. */
function elementsIn(butane: unknown, section: Section): unknown[] {
  const found = sectionPath(section).reduce<unknown>(
    (at, part) => (isMapping(at) ? at[part] : undefined),
    butane,
  );
  return Array.isArray(found) ? found : found === undefined ? [] : [found];
}

describe('the emitted Butane', () => {
  test('is readable, ordered and commented', () => {
    const { value } = merging({
      systemd: { units: [{ name: 'a.service', enabled: true, contents: '[Unit]\n' }] },
      kernel_arguments: { should_exist: ['console=tty0'] },
      storage: {
        files: [{ path: '/etc/hostname', mode: 0o644, contents: { inline: 'lenovo1\n' } }],
        directories: [{ path: '/etc/empty', mode: 0o700 }],
      },
    });
    expect(emitButane(value, ['lenovo1\nvariant: x', ''])).toBe(`# lenovo1 variant: x
#
variant: fcos
version: 1.7.0

kernel_arguments:
  should_exist:
    - console=tty0

storage:
  directories:
    - path: /etc/empty
      mode: 0700
  files:
    - path: /etc/hostname
      mode: 0644
      contents:
        inline: |
          lenovo1

systemd:
  units:
    - name: a.service
      enabled: true
      contents: |
        [Unit]
`);
  });

  test('is read back as what was merged', () => {
    fc.assert(
      fc.property(separableConfigs, (config) => {
        const { value } = merging(config);
        const butane: unknown = parse(emitButane(value), { version: '1.1' });
        expect(butane).toMatchObject({ variant: 'fcos', version: '1.7.0' });
        for (const section of sectionNames) {
          expect(elementsIn(butane, section)).toEqual(value[section].map((each) => each.value));
        }
      }),
      { numRuns: 200 },
    );
  });

  test.each(['a\nb\n', 'a\nb\n\n', 'a\n\n\n\n'])('keeps %j at the end of a group as it is', (inline) => {
    const { value } = merging({
      storage: { files: [{ path: '/etc/j', contents: { inline } }] },
      systemd: { units: [{ name: 'a.service', contents: inline }] },
    });
    const butane: unknown = parse(emitButane(value), { version: '1.1' });
    expect(butane).toMatchObject({
      storage: { files: [{ contents: { inline } }] },
      systemd: { units: [{ contents: inline }] },
    });
  });

  test('says every text to Butane as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 20 }), async (inlines) => {
        const files = inlines.map((inline, index) => ({ path: `/etc/${index}`, contents: { inline } }));
        const { ignition, entries } = await translator.translate(
          emitButane(merging({ storage: { files } }).value),
          { strict: true },
        );
        expect(entries).toEqual([]);
        expect(contentsIn(ignition ?? '')).toEqual(inlines);
      }),
      { numRuns: 30 },
    );
  });

  test('knows which element a line belongs to', () => {
    const { value } = merging({
      storage: { files: [{ path: '/a', contents: { inline: 'one\n\ntwo\n' } }, { path: '/b' }] },
    });
    const header = ['one', 'two'];
    const lines = emitButane(value, header).split('\n');
    const keyAt = (text: string) =>
      elementAtLine(value, header, lines.findIndex((line) => line.includes(text)) + 1)?.key;
    expect([
      keyAt('version'),
      keyAt('path: /a'),
      keyAt('two\u0020'),
      keyAt('          two'),
      keyAt('path: /b'),
    ]).toEqual([undefined, '/a', undefined, '/a', '/b']);
    expect(elementAtLine(value, header, 999)).toBeUndefined();
  });
});

/** The texts of an Ignition configuration's files. */
function contentsIn(ignition: string): string[] {
  const config = JSON.parse(ignition) as {
    storage: { files: { contents: { source: string; compression?: string } }[] };
  };
  return config.storage.files.map(({ contents: { source, compression } }) => {
    const [head = '', body = ''] = [
      source.slice(0, source.indexOf(',')),
      source.slice(source.indexOf(',') + 1),
    ];
    const bytes = head.endsWith(';base64')
      ? Buffer.from(body, 'base64')
      : Buffer.from(decodeURIComponent(body));
    return (compression === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8');
  });
}
