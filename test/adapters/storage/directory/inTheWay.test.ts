import { mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { sha256 } from '../../../../src/shared/digest.ts';
import { Failure } from '../../../../src/shared/failure.ts';
import { ask, imageSet, locked, noise, part, plant, release, source, stream } from '../contract/place.ts';
import { directoryPlace } from './place.ts';

describe('links below the root', () => {
  locked(directoryPlace, 'are neither written nor read through', async ({ storage, root }, handle) => {
    const outside = join(dirname(root), 'outside');
    await plant(outside, 'kept', 'kept');
    await rm(join(root, 'releases'), { recursive: true });
    await symlink(outside, join(root, 'releases'));
    await mkdir(join(root, 'k3s'), { recursive: true });
    await symlink(outside, join(root, 'k3s/v1'));
    await expect(storage.unpack(handle, release, stream({ one: '1' }))).rejects.toThrow(Failure);
    await expect(storage.unpack(handle, 'k3s/v1', stream({ one: '1' }))).rejects.toThrow(Failure);
    await expect(storage.seal(handle, 'k3s/v1', 'seal\n')).rejects.toThrow(Failure);
    await expect(storage.remove(handle, release)).rejects.toThrow(Failure);
    await expect(storage.read('k3s/v1/kept')).rejects.toThrow(Failure);
    expect(await storage.mismatches('k3s/v1', new Map([['kept', sha256('kept')]]))).toEqual(['kept']);
    await storage.append(handle, part('x'), { offset: 0, length: 9 }, source(noise(9)));
    await expect(storage.settle(handle, part('x'), 'k3s/v1/one')).rejects.toThrow(Failure);
    expect(await readdir(outside)).toEqual(['kept']);
    expect((await ask(storage)).folders).toEqual([]);
  });

  locked(directoryPlace, 'in the place of files are replaced', async ({ storage, root }, handle) => {
    const outside = join(dirname(root), 'outside');
    await plant(outside, 'kept', 'kept');
    await mkdir(join(root, release), { recursive: true });
    for (const name of [`${release}/boot.ipxe`, `${release}/sealed`, 'state/current.a', 'state/journal']) {
      await symlink(join(outside, 'kept'), join(root, name));
    }
    expect(await ask(storage)).toMatchObject({ slots: [undefined, undefined], journal: [] });
    await storage.unpack(handle, release, stream({ 'boot.ipxe': 'new' }));
    await storage.seal(handle, release, 'seal\n');
    expect(await storage.writeSlot(handle, 0, 'pointer\n', undefined)).toBe(true);
    await storage.note(handle, 'line');
    expect(await readFile(join(outside, 'kept'), 'utf8')).toBe('kept');
    expect(await ask(storage)).toMatchObject({
      slots: ['pointer\n', undefined],
      journal: ['line'],
      folders: [{ path: release, seal: 'seal\n' }],
    });
  });

  locked(directoryPlace, 'in the place of an upload are not followed', async ({ storage, root }, handle) => {
    const outside = join(dirname(root), 'outside');
    await plant(outside, 'kept', 'kept');
    await symlink(join(outside, 'kept'), join(root, part('x')));
    const slice = { offset: 0, length: 9 };
    await expect(storage.append(handle, part('x'), slice, source(noise(9)))).rejects.toThrow(Failure);
    expect(await storage.partSize(handle, part('x'))).toBe(0);
    expect(await readFile(join(outside, 'kept'), 'utf8')).toBe('kept');
  });
});

describe('what stands in the way in a release or an image set', () => {
  locked(directoryPlace, 'gives way to what belongs there', async ({ storage, root }, handle) => {
    await plant(root, `${release}/nodes`, 'a file where a folder belongs');
    await plant(root, `${release}/boot.ipxe/a/b`, 'a folder where a file belongs');
    await storage.unpack(handle, release, stream({ 'boot.ipxe': 'new', 'nodes/a/config.ign': 'x' }));
    expect(await storage.read(`${release}/boot.ipxe`)).toBe('new');
    await plant(root, `${imageSet}/kernel/a/b`, 'a folder where a file belongs');
    await storage.append(handle, part('x'), { offset: 0, length: 9 }, source(noise(9)));
    await storage.settle(handle, part('x'), `${imageSet}/kernel`);
    expect((await storage.sizes(imageSet, ['kernel'])).get('kernel')).toBe(9);
    await mkdir(join(root, 'state/current.a'));
    expect(await storage.writeSlot(handle, 0, 'pointer\n', undefined)).toBe(true);
  });
});
