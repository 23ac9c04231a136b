import { describe, expect, test } from 'vitest';
import type { SourceFile } from '../../../src/inventory/model/source.ts';
import { collectLocalFiles } from '../../../src/render/butane/localFiles.ts';
import { inShort } from '../overlay/inventory.ts';
import { merging } from './merging.ts';

const files = new Map<string, SourceFile>(
  ['files/a.sh', 'files/sub/b.conf', 'keys/me.pub', 'site.yaml'].map((relative) => [
    relative,
    {
      path: `inventory/${relative}`,
      relative,
      bytes: new Uint8Array([1]),
      executable: relative.endsWith('.sh'),
    },
  ]),
);

function collect(overlay: string) {
  const { value, locate } = merging({}, overlay);
  return collectLocalFiles(value, files, 'inventory/nodes/lenovo1.yaml', locate);
}

describe('local files', () => {
  test('are collected from every place that names one, once, with their executable bit', () => {
    const { value, findings } = collect(`storage:
  files:
    - {path: /a, contents: {local: files/a.sh}}
    - {path: /b, append: [{local: ./files//sub/../a.sh}]}
passwd:
  users:
    - {name: core, ssh_authorized_keys_local: [keys/me.pub]}
systemd:
  units:
    - {name: a.service, contents_local: files/sub/b.conf}
    - {name: b.service, dropins: [{name: x.conf, contents_local: /files/sub/b.conf}]}
`);
    expect(findings).toEqual([]);
    expect(value.map(({ path, executable }) => [path, executable])).toEqual([
      ['files/a.sh', true],
      ['files/sub/b.conf', false],
      ['keys/me.pub', false],
    ]);
  });

  test('of a tree are all below its folder', () => {
    const { value } = collect('storage: {trees: [{local: files/, path: /etc}]}');
    expect(value.map(({ path }) => path)).toEqual(['files/a.sh', 'files/sub/b.conf']);
  });

  test.each([
    [
      'storage: {files: [{path: /a, contents: {local: files/a.hs}}]}',
      'PL2040 1:48 the inventory has no file files/a.hs',
      'did you mean files/a.sh?',
    ],
    [
      'storage: {files: [{path: /a, contents: {local: files}}]}',
      'PL2040 1:48 the inventory has no file files',
      undefined,
    ],
    [
      'storage: {trees: [{local: fils}]}',
      'PL2040 1:27 the inventory has no folder with files in it fils',
      'did you mean files?',
    ],
    [
      'storage: {trees: [{local: files/a.sh}]}',
      'PL2040 1:27 the inventory has no folder with files in it files/a.sh',
      undefined,
    ],
    [
      'storage: {files: [{path: /a, contents: {local: ../x}}]}',
      'PL2041 1:48 ../x is outside the folder of the inventory',
      undefined,
    ],
    [
      'storage: {files: [{path: /a, contents: {local: files/../../x}}]}',
      'PL2041 1:48 files/../../x is outside the folder of the inventory',
      undefined,
    ],
    [
      'passwd: {users: [{name: a, ssh_authorized_keys_local: [keys/me.pub, nope]}]}',
      'PL2040 1:69 the inventory has no file nope',
      undefined,
    ],
  ])('%s is refused', (overlay, wanted, hint) => {
    const { findings } = collect(overlay);
    expect(inShort(findings)).toEqual([wanted]);
    if (hint !== undefined) expect(findings[0]?.hint).toBe(hint);
  });
});
