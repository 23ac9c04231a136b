import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { showJson, showText, showYaml } from '../../src/report/show.ts';
import type { ShowOrigin, ShowRow } from '../../src/report/showRow.ts';
import { at, hostileText, unsafe } from './sample.ts';

const file = (line: number, column: number): ShowOrigin => ({
  kind: 'file',
  place: at('inventory/site.yaml', line, column),
});

const rows: readonly ShowRow[] = [
  { path: ['domain'], value: 'lab.home.lerenn.net', origin: file(2, 9) },
  {
    path: ['network', 'gateway'],
    value: '192.168.26.1',
    origin: { kind: 'derived', from: 'router.address', place: at('inventory/site.yaml', 9, 12) },
  },
  { path: ['network', 'dns'], value: ['192.168.26.1'], origin: { kind: 'derived', from: 'network.gateway' } },
  { path: ['strict'], value: true, origin: { kind: 'default' } },
  { path: ['nodes', 0, 'name'], value: 'lenovo1', origin: file(4, 1) },
  { path: ['nodes', 0, 'macs', 0], value: '52:54:00:12:34:56', origin: file(5, 1) },
  { path: ['k3s', 'token'], value: { secret: 'K3S_TOKEN' }, origin: file(6, 1) },
];

describe('the resolved model', () => {
  test('is a tree with the origin of each value', () => {
    expect(showText(rows, false)).toBe(`domain: lab.home.lerenn.net   # inventory/site.yaml:2:9
network:
  gateway: 192.168.26.1   # router.address (inventory/site.yaml:9:12)
  dns: [192.168.26.1]     # network.gateway
strict: true                  # default
nodes:
  - name: lenovo1   # inventory/site.yaml:4:1
    macs:
      - "52:54:00:12:34:56"   # inventory/site.yaml:5:1
k3s:
  token: { secret: K3S_TOKEN }   # inventory/site.yaml:6:1
`);
  });

  test('is the same data as YAML and as JSON', () => {
    const model = {
      domain: 'lab.home.lerenn.net',
      network: { gateway: '192.168.26.1', dns: ['192.168.26.1'] },
      strict: true,
      nodes: [{ name: 'lenovo1', macs: ['52:54:00:12:34:56'] }],
      k3s: { token: { secret: 'K3S_TOKEN' } },
    };
    expect(parse(showYaml(rows))).toEqual(model);
    const json = JSON.parse(showJson(rows));
    expect(json.model).toEqual(model);
    expect(json.origins['/network/gateway']).toEqual({
      kind: 'derived',
      from: 'router.address',
      place: { file: 'inventory/site.yaml', line: 9, column: 12 },
    });
  });

  test('is dimmed where it explains, when there is colour', () => {
    expect(showText(rows.slice(3, 4), true)).toBe('strict: true   \x1b[2m# default\x1b[22m\n');
  });

  test('holds whatever texts there are, safe to print, as YAML of both versions', () => {
    const value = fc.oneof(
      hostileText,
      fc.constantFrom(
        'no',
        'null',
        '~',
        '1:30',
        '0x1f',
        '1e3',
        '2020-01-01',
        '<<',
        '-',
        '',
        'a: b',
        ' x',
        '=',
        '.nan',
      ),
      fc.boolean(),
      fc.integer(),
      fc.array(hostileText, { maxLength: 3 }),
    );
    const key = hostileText.filter((text) => text !== '__proto__');
    fc.assert(
      fc.property(
        fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true }),
        hostileText,
        (model, name) => {
          const origin: ShowOrigin = { kind: 'derived', from: name, place: at(name, 1, 1) };
          const own = Object.entries(model).map(([each, content]) => ({
            path: [each],
            value: content,
            origin,
          }));
          const text = showText(own, false);
          for (const line of text.split('\n')) expect(line).not.toMatch(unsafe);
          expect(parse(text) ?? {}).toEqual(model);
          expect(parse(text, { version: '1.1', merge: false }) ?? {}).toEqual(model);
          expect(JSON.parse(showJson(own)).model).toEqual(model);
        },
      ),
      { numRuns: 400 },
    );
  });
});
