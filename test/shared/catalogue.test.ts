import { expect, test } from 'vitest';
import { catalogue } from '../../src/shared/catalogue.ts';

test('a title tells a code from every other', () => {
  const titles = Object.values(catalogue).map(({ title }) => title.toLowerCase());
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});
