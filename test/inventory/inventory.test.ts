import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readInventory } from '../../src/inventory/inventory.ts';
import { compareFindings } from '../../src/shared/finding.ts';
import { edited, lab, sourcesOf, type Texts } from './sources.ts';

const found = (texts: Texts) =>
  readInventory(sourcesOf(texts)).findings.map(
    ({ code, place }) => `${place.file.replace('inventory/', '')}:${place.line} ${code}`,
  );

describe('an inventory', () => {
  test('that is sound has no findings, and all of its documents', () => {
    const { value, findings } = readInventory(sourcesOf(lab));
    expect(findings).toEqual([]);
    expect([...(value?.documents.keys() ?? [])].sort()).toEqual(
      ['images.lock.yaml', 'nodes/lenovo1.yaml', 'nodes/lenovo2.yaml', 'nodes/lenovo3.yaml', 'site.yaml'].map(
        (path) => `inventory/${path}`,
      ),
    );
    expect([...(value?.overlays.keys() ?? [])]).toEqual(['inventory/overlays/common.bu']);
    expect(value?.files.size).toBe(6);
  });

  test('of the example in this repository has no findings', () => {
    const folder = new URL('../../inventory/', import.meta.url);
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => relative(fileURLToPath(folder), join(each.parentPath, each.name)));
    const texts = paths.map((path) => [path, readFileSync(new URL(path, folder), 'utf8')]);
    const { value, findings } = readInventory(sourcesOf(Object.fromEntries(texts)));
    expect(findings).toEqual([]);
    expect(value?.site.nodes.map(({ shortName }) => shortName)).toEqual(['lenovo1', 'lenovo2', 'lenovo3']);
  });

  test('without site.yaml says so, and still what the nodes alone show', () => {
    const { 'site.yaml': _, ...rest } = edited(lab, ['nodes/lenovo2.yaml', '.26.12', '.26.11']);
    expect(found(rest)).toEqual(['nodes/lenovo2.yaml:6 PL1204', 'site.yaml:1 PL1020']);
    expect(readInventory(sourcesOf(rest)).value).toBeUndefined();
  });

  test('lives in any folder', () => {
    const { value, findings } = readInventory(sourcesOf(lab, 'inventory/berlin'));
    expect(findings).toEqual([]);
    expect(value?.site.folder).toBe('inventory/berlin');
    expect(value?.site.nodes[0]?.overlays[0]?.file).toBe('inventory/berlin/overlays/common.bu');
  });

  test('carries what went wrong while its files were read', () => {
    const place = { file: 'inventory/nodes/link.yaml', line: 1, column: 1 };
    const findings = [
      { code: 'PL1022', severity: 'error', message: 'the link leads nowhere', place },
    ] as const;
    expect(readInventory({ ...sourcesOf(lab), findings }).findings).toEqual(findings);
  });
});

describe('a broken part', () => {
  test('of a node hides nothing elsewhere, and its node alone', () => {
    const texts = edited(
      lab,
      ['nodes/lenovo2.yaml', 'address: 192.168.26.12', 'adress: 192.168.26.12'],
      ['nodes/lenovo3.yaml', '2d:03', '2d:02'],
    );
    const { value } = readInventory(sourcesOf(texts));
    expect(found(texts).filter((each) => !each.includes('PL11'))).toEqual(['nodes/lenovo3.yaml:3 PL1203']);
    expect(value?.site.nodes.map(({ name }) => name)).toEqual(['lenovo1', 'lenovo3']);
    expect(value?.provenance.get('/nodes/1/network/address')).toMatchObject({
      file: 'inventory/nodes/lenovo3.yaml',
    });
  });

  test('of the servers is not echoed by rules that count them', () => {
    const texts = edited(lab, ['nodes/lenovo1.yaml', 'role: server', 'role: [server']);
    expect(found(texts).every((each) => each.startsWith('nodes/lenovo1.yaml:'))).toBe(true);
    const typo = edited(lab, ['nodes/lenovo1.yaml', 'firstServer', 'firstserver']);
    expect(found(typo)).toEqual(['nodes/lenovo1.yaml:7 PL1101']);
  });

  test('of site.yaml is not echoed by its nodes', () => {
    expect(found(edited(lab, ['site.yaml', 'k3s:', 'k3:']))).toEqual(['site.yaml:8 PL1101']);
    expect(found(edited(lab, ['site.yaml', 'name: lab', 'name: [lab']))).toEqual(['site.yaml:2 PL1001']);
    expect(found(edited(lab, ['site.yaml', 'cidr: 192.168.26.0/24', 'cidr: 192.168.26.0/33']))).toEqual([
      'site.yaml:4 PL1105',
    ]);
  });

  test('of the image lock is not echoed by the nodes', () => {
    expect(found(edited(lab, ['images.lock.yaml', 'coreos:', 'coreo:']))).toEqual([
      'images.lock.yaml:7 PL1101',
    ]);
  });

  test('a value of the wrong shape has one finding', () => {
    const texts = edited(lab, ['site.yaml', '', 'rules: { PL12345: off }\n']);
    expect(found(texts)).toHaveLength(1);
  });
});

describe('severities', () => {
  const unused = edited(lab, ['overlays/x.bu', '', 'variant: fcos\n']);

  test('are those of site.yaml', () => {
    const severity = (level: string) =>
      readInventory(
        sourcesOf(edited(unused, ['site.yaml', '', `rules: { PL1263: ${level} }\n`])),
      ).findings.map((each) => each.severity);
    expect(severity('error')).toEqual(['error']);
    expect(severity('warning')).toEqual(['warning']);
    expect(severity('off')).toEqual([]);
  });

  test('of rules that may not be changed stay', () => {
    const texts = edited(
      lab,
      ['site.yaml', '', 'rules: { PL1204: off }\n'],
      ['nodes/lenovo2.yaml', '.26.12', '.26.11'],
    );
    expect(found(texts)).toEqual(['nodes/lenovo2.yaml:6 PL1204', 'site.yaml:22 PL1289']);
  });
});

describe('whatever stands in it', () => {
  type Path = (string | number)[];

  function paths(value: unknown, path: Path = []): Path[] {
    const below =
      value !== null && typeof value === 'object'
        ? Object.entries(value).flatMap(([key, each]) => paths(each, [...path, key]))
        : [];
    return path.length === 0 ? below : [path, ...below];
  }

  function replaced(value: unknown, [step, ...rest]: Path, by: unknown): unknown {
    if (step === undefined) return by;
    if (value === null || typeof value !== 'object') return value;
    const copy: unknown = Array.isArray(value) ? [...value] : { ...value };
    if (copy !== null && typeof copy === 'object')
      Reflect.set(copy, step, replaced(Reflect.get(value, step), rest, by));
    return copy;
  }

  const rich: Texts = edited(
    lab,
    [
      'site.yaml',
      '',
      'groups: [{ name: g, match: { role: server, nodes: [lenovo1], labels: { a: b } }, set: { mtu: 9000 } }]\n',
    ],
    [
      'site.yaml',
      '',
      'updates: { strategy: windows, windows: [{ days: [Sat], start: "01:00", lengthMinutes: 90 }] }\n',
    ],
    [
      'site.yaml',
      '',
      'rules: { PL1208: off }\ncoreos: { stream: stable }\nusers: [{ name: a, groups: [b], passwordHash: { secret: A } }]\n',
    ],
    ['nodes/lenovo1.yaml', '', 'extraDisks: [{ device: /dev/disk/by-id/a, label: a, mount: /var/a }]\n'],
    [
      'nodes/lenovo1.yaml',
      '',
      'bond: { mode: active-backup, macs: [98:fa:9b:1c:2d:01], options: { miimon: 100 } }\n',
    ],
    [
      'nodes/lenovo1.yaml',
      '',
      'labels: { a: b }\ntaints: [{ key: a, effect: NoExecute }]\npower: [{ method: wol }]\n',
    ],
    [
      'nodes/lenovo1.yaml',
      '',
      'installer: { urls: { kernel: "https://a.example/b" } }\noverlays: [{ file: common.bu, override: true }]\n',
    ],
  );

  test('there is no crash, and every finding has a place and comes once', () => {
    const places = Object.keys(rich)
      .filter((path) => path.endsWith('.yaml'))
      .flatMap((path) => paths(parse(rich[path] ?? '')).map((pointer) => ({ path, pointer })));
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>(
        null,
        '',
        '__proto__',
        'dhcp',
        '0.0.0.0',
        '255.255.255.255/0',
        -1,
        1e308,
        [],
        {},
        [[]],
      ),
      fc.constant({ secret: 'A', version: 7 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...places), anything), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const texts: Record<string, string> = { ...rich };
          for (const [{ path, pointer }, by] of changes)
            texts[path] = JSON.stringify(replaced(parse(texts[path] ?? ''), pointer, by));
          const { value, findings } = readInventory(sourcesOf(texts));
          for (const { place } of findings) {
            expect(texts).toHaveProperty([place.file.replace('inventory/', '')]);
            expect(place.line).toBeGreaterThan(0);
            expect(place.column).toBeGreaterThan(0);
          }
          for (const [index, each] of findings.entries()) {
            const next = findings[index + 1];
            if (next !== undefined) expect(compareFindings(each, next)).toBeLessThan(0);
          }
          if (value !== undefined) expect([...value.provenance.keys()].length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});
