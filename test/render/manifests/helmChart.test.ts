import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cilium } from '../../../src/render/manifests/cilium.ts';
import { clusterManifests } from '../../../src/render/manifests/clusterManifests.ts';
import { overlaidValues } from '../../../src/render/manifests/overlaidValues.ts';
import { chart, labWith } from './clusters.ts';

const values = (text: string | undefined, version: '1.1' | '1.2' = '1.2') =>
  parse((parse(text ?? '', { version }) as { spec: { valuesContent: string } }).spec.valuesContent, {
    version,
  }) as unknown;

/** Texts that some parser takes for something else, or that end a block, a line or a document. */
const nasty = fc.constantFrom(
  'no',
  'ON',
  'y',
  '~',
  'null',
  '0600',
  '1_000',
  '0x1f',
  '0b1',
  '1:30',
  '1e3',
  '.inf',
  '-',
  '- a',
  '? a',
  ': a',
  'a: b',
  '#',
  'a #b',
  '---',
  '...',
  '\n---\na: b\n',
  'a\n\n\n',
  '\n',
  ' a',
  'a ',
  '\ta',
  'a\r\nb',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u0000',
  '\u007f',
  "'",
  '"',
  '\\',
  '{{ a }}',
  '%TAG',
  '@a',
  '`a`',
  '*a',
  '&a',
  '!a',
  '<<',
  '=',
  '2026-01-01',
  '\ud7ff',
  '[a]',
  '{a: b}',
  '|',
  '>',
  'a\n b\n  c\n',
  '  a\nb',
  '__proto__',
  'constructor',
  '',
  '$(reboot)',
  '💡',
);

describe('values of a chart', () => {
  const anything = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      nasty,
      fc.string({ unit: 'binary' }),
      fc.boolean(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(nasty, fc.string({ maxLength: 30 })), tie('value'), {
        maxKeys: 3,
        noNullPrototype: true,
      }),
    ),
  })).value;
  const mapping = fc.dictionary(fc.oneof(nasty, fc.string({ maxLength: 30 })), anything, {
    maxKeys: 4,
    noNullPrototype: true,
  });

  test.each(['1.1', '1.2'] as const)(
    'parse back to what they are, whatever texts they hold (YAML %s)',
    (version) => {
      fc.assert(
        fc.property(mapping, (extra) => {
          const site = labWith({ cni: 'cilium', charts: { cilium: chart({ extra }) } });
          const parsed = values(cilium(site, site.cluster)?.text, version) as { extra: unknown };
          expect(parsed.extra).toEqual(extra);
        }),
      );
    },
  );

  test('a number under `mode` is no file mode', () => {
    const given = { mode: 420, each: [{ mode: 420 }, [{ mode: 420 }]], all: { mode: 420 } };
    const site = labWith({ cni: 'cilium', charts: { cilium: chart(given) } });
    expect(cilium(site, site.cluster)?.text.match(/mode: \S+/g)).toEqual(Array(4).fill('mode: 420'));
  });

  test('mappings are joined, lists and all else replaced', () => {
    const below = { a: { b: 1, c: [1, 2] }, d: { e: 1 }, f: 1 };
    const above = { a: { c: [3], g: null }, d: 2, f: { h: 1 } };
    expect(overlaidValues(below, above)).toEqual({ a: { b: 1, c: [3], g: null }, d: 2, f: { h: 1 } });
  });

  test('a key of all objects is a key like any other', () => {
    const above = JSON.parse('{"__proto__": {"a": 1}, "constructor": {"b": 2}}') as Record<string, unknown>;
    const joined = overlaidValues({}, above);
    expect(Object.keys(joined)).toEqual(['__proto__', 'constructor']);
    expect(JSON.stringify(joined)).toBe(JSON.stringify(above));
  });
});

describe('the manifests of a cluster', () => {
  test('are those of the site and of its settings, by name', () => {
    const asked = { cni: 'cilium', storage: 'longhorn' } as const;
    const lab = labWith({ ...asked, charts: { cilium: chart(), longhorn: chart() } });
    const manifests = ['z.yaml', 'a.yaml', 'pilotlight-longhorn.yaml'].map((name) => ({
      file: `inventory/manifests/${name}`,
      name,
      text: '# own\n',
    }));
    const all = clusterManifests({ ...lab, manifests }, lab.cluster);
    expect(all.map(({ name }) => name)).toEqual([
      'a.yaml',
      'pilotlight-cilium.yaml',
      'pilotlight-longhorn.yaml',
      'z.yaml',
    ]);
    expect(all[2]?.text).toContain('kind: HelmChart');
  });

  test('are none for charts that nothing asks for', () => {
    const lab = labWith({ charts: { cilium: chart(), longhorn: chart() } });
    expect(clusterManifests(lab, lab.cluster)).toEqual([]);
  });
});
