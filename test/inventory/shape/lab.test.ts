import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readSources } from '../../../src/adapters/files/readSources.ts';
import { readDocument } from '../../../src/inventory/reading/readDocument.ts';
import { checkShape } from '../../../src/inventory/shape/checkShape.ts';
import type { ShapeKind } from '../../../src/inventory/shape/schema.ts';

const [lab] = await readSources(fileURLToPath(new URL('../../../inventory', import.meta.url)));
const documents = [...(lab?.files ?? [])].map(
  ([relative, { bytes }]) => [relative, readDocument(`inventory/${relative}`, bytes)] as const,
);

test('the lab is read as it stands', () => {
  expect(lab?.findings).toEqual([]);
  expect(documents.map(([relative]) => relative)).toEqual([
    'images.lock.yaml',
    'nodes/lenovo1.yaml',
    'nodes/lenovo2.yaml',
    'nodes/lenovo3.yaml',
    'overlays/longhorn.bu',
    'site.yaml',
  ]);
});

test.each(documents)('%s has the right shape', (relative, { value, findings }) => {
  const kind: ShapeKind = relative.startsWith('nodes/')
    ? 'node'
    : relative === 'site.yaml'
      ? 'site'
      : 'imagesLock';
  expect(findings).toEqual([]);
  expect(value !== undefined && !relative.endsWith('.bu') ? checkShape(value, kind) : []).toEqual([]);
});

test('the address of each node stands where the README says', () => {
  const places = documents
    .filter(([relative]) => relative.startsWith('nodes/'))
    .map(([, { value }]) => value?.locate(['address']));
  expect(places.map((place) => `${place?.line}:${place?.column}`)).toEqual(['6:10', '6:10', '6:10']);
});
