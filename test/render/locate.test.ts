import { expect, test } from 'vitest';
import type { Document } from '../../src/inventory/model/document.ts';
import type { Origin } from '../../src/inventory/model/provenance.ts';
import { locator } from '../../src/render/locate.ts';
import { site } from './fixtures/lab.ts';

const document: Document = {
  file: 'inventory/site.yaml',
  value: {},
  locate: (pointer) => ({ file: 'inventory/site.yaml', line: pointer.length, column: 7 }),
};

const provenance = new Map<string, Origin>([
  ['/nodes/0/network/ntp', { kind: 'file', file: 'inventory/site.yaml', pointer: ['network', 'ntp'] }],
  ['/nodes/0/stream', { kind: 'default' }],
]);

const locate = locator({ site: site(), provenance, documents: new Map([[document.file, document]]) });

test('a value is where it was written, an element where its list was', () => {
  const place = { file: 'inventory/site.yaml', line: 2, column: 7 };
  expect(locate('/nodes/0/network/ntp')).toEqual(place);
  expect(locate('/nodes/0/network/ntp/3')).toEqual(place);
});

test('a default is in the file that could set it', () => {
  expect(locate('/nodes/0/stream')).toEqual({ file: 'inventory/nodes/lenovo1.yaml', line: 1, column: 1 });
  expect(locate('/router/url')).toEqual({ file: 'inventory/site.yaml', line: 1, column: 1 });
});
