import { expect, test } from 'vitest';
import { putServed, type ServedFile } from '../../../src/deploy/run/putServed.ts';
import { ConnectionLost } from '../../../src/ports/remoteShell.ts';
import { Failure } from '../../../src/shared/failure.ts';
import { MemoryRouter } from '../../fakes/memoryRouter.ts';
import { type AtPoint, MemoryStorage } from '../../fakes/memoryStorage.ts';
import { owner, settings, toolsOf } from './bench.ts';

const file = (folder: string, path: string, text: string): ServedFile => ({
  folder,
  path,
  bytes: Buffer.from(text),
  executable: folder === 'cgi-bin',
});
const files = [
  file('cgi-bin', 'gate', '#!/bin/sh\n'),
  file('tftp', 'snponly.efi', 'MZ'),
  file('tftp', 'ipxe.efi', 'MZ2'),
];

function put(router: MemoryRouter, atPoint?: AtPoint, wanted = files) {
  const storage = new MemoryStorage(router, atPoint);
  const request = { settings, owner, files: wanted };
  return { storage, done: putServed(request, toolsOf(storage, router)) };
}

test('files are put once, and what is right is not sent again', async () => {
  const router = new MemoryRouter();
  expect(await put(router).done).toEqual([]);
  expect(router.text('cgi-bin/gate')).toBe('#!/bin/sh\n');
  expect(router.text('tftp/ipxe.efi')).toBe('MZ2');
  expect(router.ownerOf(1)).toBe('');
  router.put('tftp/snponly.efi', 'damaged');
  const { storage, done } = put(router);
  await done;
  expect(storage.said.filter((said) => said.startsWith('unpack'))).toEqual(['unpack tftp']);
  expect(router.text('tftp/snponly.efi')).toBe('MZ');
});

test('goes on when the connection breaks at any point', async () => {
  for (let cut = 0; cut < 40; cut += 1) {
    const router = new MemoryRouter();
    let point = 0;
    const { done } = put(router, ({ operation }) => {
      if (operation !== 'reconnect' && point++ === cut) throw new ConnectionLost('it broke');
    });
    await done;
    expect(router.text('tftp/snponly.efi'), `cut at ${cut}`).toBe('MZ');
    expect(router.text('cgi-bin/gate')).toBe('#!/bin/sh\n');
  }
});

test('a disk that keeps other bytes than it was given is told of', async () => {
  const router = new MemoryRouter();
  const { done } = put(router, ({ operation, moment }) => {
    if (operation === 'unpack' && moment === 'after') router.put('cgi-bin/gate', 'other');
  });
  await expect(done).rejects.toThrow('cgi-bin/gate came out wrong');
});

test('nothing is put where the storage is not mounted', async () => {
  const unmounted = new MemoryRouter();
  unmounted.mounted = false;
  await expect(put(unmounted).done).rejects.toThrow(Failure);
  expect(unmounted.text('cgi-bin/gate')).toBeUndefined();
});
