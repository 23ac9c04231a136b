import { expect, test } from 'vitest';
import { assetSets, parseSums, sumsText } from '../../src/deploy/assets.ts';
import { readInventory } from '../../src/inventory/inventory.ts';
import { k3sVersionFiles } from '../../src/render/base/k3sVersion.ts';
import { edited, k3sEntry, lab, sourcesOf } from '../inventory/sources.ts';

test('what first boots of both architectures ask the router for lies there, under that name and with that hash', () => {
  const other = k3sEntry({
    binary: ['k3s-arm64', '1a'],
    airgapImages: ['k3s-airgap-images-arm64.tar.zst', '2b'],
  });
  const texts = edited(
    lab,
    ['images.lock.yaml', 'coreos:', `${other.replace('k3s:\n', '').replace('x86_64', 'aarch64')}coreos:`],
    ['nodes/lenovo3.yaml', '', 'architecture: aarch64\n'],
  );
  const { value, findings } = readInventory(sourcesOf(texts));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const site = value?.site;
  if (site?.cluster === undefined) throw new Error('the lab has no cluster');
  const { cluster } = site;
  const [stored, ...others] = assetSets([], cluster.assets);
  expect(others).toEqual([]);
  expect(stored?.path).toBe('k3s/v1.35.2+k3s1');
  const there = stored === undefined ? undefined : parseSums(sumsText(stored));
  const asked = (['x86_64', 'aarch64'] as const).map((architecture) => {
    const [settings, sums] = k3sVersionFiles(site, cluster, architecture);
    expect(settings?.contents?.inline).toContain(`${site.router.url}/${stored?.path}'`);
    return parseSums(sums?.contents?.inline ?? '');
  });
  expect(asked.map((sums) => [...(sums?.keys() ?? [])])).toEqual([
    ['k3s', 'k3s-airgap-images-amd64.tar.zst', 'install.sh'],
    ['k3s-arm64', 'k3s-airgap-images-arm64.tar.zst', 'install.sh'],
  ]);
  expect(there?.size).toBe(5);
  for (const sums of asked) for (const [name, digest] of sums ?? []) expect(there?.get(name)).toBe(digest);
});
