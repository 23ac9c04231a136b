import { expect, test } from 'vitest';
import { readInventory } from '../../src/inventory/inventory.ts';
import { lab, sourcesOf } from './sources.ts';

test('nothing is found in the lab', () => {
  expect(readInventory(sourcesOf(lab)).findings).toEqual([]);
});
