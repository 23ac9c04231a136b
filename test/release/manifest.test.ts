import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildManifest, manifestText } from '../../src/release/build.ts';
import { nodeDigest } from '../../src/release/identity.ts';
import { parseManifest } from '../../src/release/parse.ts';
import { sha256, shortDigest } from '../../src/shared/digest.ts';
import { sampleRelease, versions } from './sample.ts';

const three = { lenovo1: {}, lenovo2: {}, lenovo3: { script: '#!ipxe\nsanboot\n' } };

describe('release id', () => {
  test('does not depend on the order in which files and nodes are given', () => {
    const { content, manifest } = sampleRelease({ nodes: three });
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...content.files], { minLength: content.files.length }),
        fc.shuffledSubarray([...content.nodes], { minLength: content.nodes.length }),
        (files, nodes) => {
          const shuffled = buildManifest({ ...content, files, nodes }, versions);
          expect(manifestText(shuffled)).toBe(manifestText(manifest));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('does not depend on what made the release', () => {
    const { content, manifest } = sampleRelease();
    const newer = buildManifest(content, { ...versions, pilotlight: '9.9.9', translator: 'ignition v9' });
    expect(newer.release.id).toBe(manifest.release.id);
    expect(manifestText(newer)).not.toBe(manifestText(manifest));
  });

  test('changes with any byte of any file', () => {
    const paths = [...sampleRelease({ nodes: three }).texts.keys()];
    const { content, texts, manifest } = sampleRelease({ nodes: three });
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.nat(), fc.integer({ min: 1, max: 255 }), (path, at, flip) => {
        const bytes = Buffer.from(texts.get(path) ?? '');
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ flip;
        const files = content.files.map((file) =>
          file.path === path ? { ...file, sha256: sha256(bytes), size: bytes.length } : file,
        );
        expect(buildManifest({ ...content, files }, versions).release.id).not.toBe(manifest.release.id);
      }),
    );
  });

  test('changes with a node, an image and a secret version', () => {
    const { content, manifest } = sampleRelease();
    const others = [
      { ...content, nodes: content.nodes.map((node) => ({ ...node, role: 'agent' as const })) },
      { ...content, secrets: [{ secret: 'K3S_TOKEN', version: 2 }] },
      { ...content, site: { ...content.site, domain: 'x.example' } },
    ].map((each) => buildManifest(each, versions).release.id);
    expect(new Set([...others, manifest.release.id]).size).toBe(4);
  });

  test('changes with files of K3s, in whatever order they are given', () => {
    const { content, manifest } = sampleRelease();
    const file = { name: 'k3s', url: 'https://example.org/k3s', sha256: 'a'.repeat(64) };
    const of = (architecture: 'x86_64' | 'aarch64') => ({
      version: 'v1.35.2+k3s1',
      architecture,
      files: [file],
    });
    const k3s = [of('x86_64'), of('aarch64')];
    const one = buildManifest({ ...content, k3s }, versions);
    const other = buildManifest({ ...content, k3s: k3s.toReversed() }, versions);
    expect(manifestText(other)).toBe(manifestText(one));
    expect(one.release.id).not.toBe(manifest.release.id);
    expect(parseManifest(manifestText(one), 'manifest.json')).toEqual({ value: one, findings: [] });
    expect(manifest).not.toHaveProperty('k3s');
  });

  test('takes a secret without a version for version 1', () => {
    const { content, manifest } = sampleRelease();
    const explicit = buildManifest({ ...content, secrets: [{ secret: 'K3S_TOKEN', version: 1 }] }, versions);
    expect(manifestText(explicit)).toBe(manifestText(manifest));
  });
});

describe('node digest', () => {
  test('ignores the order of the parts, and tells which part a text is', () => {
    expect(nodeDigest({ ignition: 'a', install: 'b' })).toBe(nodeDigest({ install: 'b', ignition: 'a' }));
    expect(nodeDigest({ ignition: 'a', install: 'b' })).not.toBe(nodeDigest({ ignition: 'b', install: 'a' }));
  });

  test('is shown with twelve digits', () => {
    expect(shortDigest(sha256(''))).toBe('e3b0c44298fc');
  });
});

describe('reading a manifest', () => {
  test('gives back what was written', () => {
    const { manifest } = sampleRelease({
      nodes: {
        lenovo1: {
          coreos: '44.20260707.3.1',
          disks: {
            keepPartitions: ['label=data'],
            extra: [{ device: '/dev/x', filesystem: 'xfs', label: 'l', mount: '/var/l', wipe: false }],
          },
        },
      },
      cluster: {
        version: 'v1.35.2+k3s1',
        source: 'router',
        servers: ['lenovo1.lab.home.lerenn.net'],
        firstServer: 'lenovo1.lab.home.lerenn.net',
      },
    });
    expect(parseManifest(manifestText(manifest), 'manifest.json')).toEqual({ value: manifest, findings: [] });
  });

  /** The codes of what is wrong with a manifest that was changed by hand. */
  function codes(change: (manifest: Record<string, never>) => unknown): string[] {
    const value = JSON.parse(manifestText(sampleRelease().manifest));
    change(value);
    const { value: parsed, findings } = parseManifest(JSON.stringify(value), 'out/manifest.json');
    expect(parsed).toBeUndefined();
    for (const { place } of findings)
      expect(place).toEqual({ file: 'out/manifest.json', line: 1, column: 1 });
    return [...new Set(findings.map(({ code }) => code))].sort();
  }

  // biome-ignore lint/suspicious/noExplicitAny: manifests are broken in every way here
  type Anything = any;

  test.each<[string, (manifest: Anything) => unknown, string[]]>([
    ['another format', (m) => Object.assign(m, { schemaVersion: 2 }), ['PL4002']],
    ['no format', (m) => Reflect.deleteProperty(m, 'schemaVersion'), ['PL4001']],
    ['an unknown key', (m) => Object.assign(m, { when: 'now' }), ['PL4001']],
    ['a file without size', (m) => Reflect.deleteProperty(m.files[0], 'size'), ['PL4001']],
    ['a changed node', (m) => Object.assign(m.nodes[0], { role: 'agent' }), ['PL4005']],
    ['another id', (m) => Object.assign(m.release, { id: 'a'.repeat(64) }), ['PL4005']],
    ['a file twice', (m) => m.files.push(m.files[0]), ['PL4004', 'PL4005']],
    [
      'a file that differs in case',
      (m) => m.files.push({ ...m.files[0], path: 'BOOT.ipxe' }),
      ['PL4004', 'PL4005'],
    ],
    [
      'a file over the manifest',
      (m) => m.files.push({ ...m.files[0], path: 'Manifest.JSON' }),
      ['PL4004', 'PL4005'],
    ],
    ['a node twice', (m) => m.nodes.push(m.nodes[0]), ['PL4005', 'PL4009']],
    ['a dangling reference', (m) => m.nodes[0].scripts.push('nowhere.ipxe'), ['PL4005', 'PL4009']],
    [
      'a path that leaves',
      (m) => m.files.push({ ...m.files[0], path: '../etc/passwd' }),
      ['PL4003', 'PL4005'],
    ],
  ])('refuses %s', (_name, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  test.each(['', '{', 'null', '[]', '"x"', '{"schemaVersion":"1"}'])('refuses %j', (text) => {
    const { value, findings } = parseManifest(text, 'm');
    expect(value).toBeUndefined();
    expect(findings[0]?.code).toBe('PL4001');
  });

  test('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseManifest(text, 'm').value).toBeUndefined();
      }),
    );
  });
});
