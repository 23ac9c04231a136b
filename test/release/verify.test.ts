import { describe, expect, test } from 'vitest';
import { verifyRelease } from '../../src/release/verify.ts';
import { sampleRelease } from './sample.ts';

const { manifest, texts } = sampleRelease();

/** What verification says of the release when some of its files are other than they were. */
async function found(changes: Readonly<Record<string, string | undefined>>, withList = true) {
  const files = new Map<string, string | undefined>([
    ...texts,
    ['manifest.json', '{}'],
    ...Object.entries(changes),
  ]);
  const findings = await verifyRelease(manifest, {
    folder: 'out',
    read: async (path) => files.get(path),
    ...(withList ? { list: async () => [...files.keys()] } : {}),
  });
  return findings.map(({ code, place, message }) => `${place.file} ${code} ${message}`);
}

describe('verifying a release', () => {
  test('finds nothing in a whole one', async () => {
    expect(await found({ 'origin.json': '{}' })).toEqual([]);
  });

  test('finds missing, cut, changed and foreign files at once', async () => {
    expect(
      await found({
        'boot.ipxe': '#!ipxE\n',
        'nodes/lenovo1.lab.home.lerenn.net/config.bu': 'variant',
        'nodes/lenovo1.lab.home.lerenn.net/config.ign': undefined,
        'shell.php': '',
      }),
    ).toEqual([
      'out/boot.ipxe PL4007 boot.ipxe has SHA-256 b2408fd7d04e…, the manifest says a199da1b0361…',
      'out/nodes/lenovo1.lab.home.lerenn.net/config.bu PL4007 nodes/lenovo1.lab.home.lerenn.net/config.bu has 7 bytes, the manifest says 29',
      'out/nodes/lenovo1.lab.home.lerenn.net/config.ign PL4006 nodes/lenovo1.lab.home.lerenn.net/config.ign is missing',
      'out/shell.php PL4008 the manifest does not name shell.php',
    ]);
  });

  test('does without a list of files', async () => {
    expect(await found({ 'shell.php': '' }, false)).toEqual([]);
  });
});
