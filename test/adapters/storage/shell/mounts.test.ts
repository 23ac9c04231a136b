import { describe, expect, test } from 'vitest';
import { openShellStorage } from '../../../../src/adapters/storage/shell/openShellStorage.ts';
import {
  type LockHandle,
  LockLost,
  type Storage,
  StorageFull,
  StorageGone,
} from '../../../../src/ports/storage.ts';
import { sha256 } from '../../../../src/shared/digest.ts';
import {
  ask,
  imageSet,
  newHandle,
  noise,
  ownerOf,
  part,
  release,
  source,
  stream,
  takeLock,
} from '../contract/place.ts';
import { busyboxShell, dashShell, localShell } from './localShell.ts';
import { type MountNamespace, requireRoot, startMountNamespace } from './mountNamespace.ts';

const kinds = { busybox: busyboxShell, dash: dashShell };
const bytes = noise(2000);
const whole = { offset: 0, length: bytes.length };

/** Each way to write something. */
const writes: Readonly<Record<string, (storage: Storage, handle: LockHandle) => Promise<unknown>>> = {
  unpack: (storage, handle) => storage.unpack(handle, release, stream({ 'nodes/one': '1' })),
  partSize: (storage, handle) => storage.partSize(handle, part(bytes)),
  append: (storage, handle) => storage.append(handle, part(bytes), whole, source(bytes)),
  settle: (storage, handle) => storage.settle(handle, part(bytes), `${imageSet}/kernel`),
  seal: (storage, handle) => storage.seal(handle, release, 'seal\n'),
  unseal: (storage, handle) => storage.unseal(handle, release),
  writeSlot: (storage, handle) => storage.writeSlot(handle, 0, 'slot\n', undefined),
  remove: (storage, handle) => storage.remove(handle, release),
  note: (storage, handle) => storage.note(handle, 'line'),
  unlock: (storage, handle) => storage.unlock(handle),
};

interface Stick {
  readonly storage: Storage;
  readonly namespace: MountNamespace;
  mount(...options: readonly string[]): void;
}

function withStick(name: string, body: (stick: Stick) => Promise<void>, point = 'usb'): void {
  describe.each(['busybox', 'dash'] as const)('with %s', (shellName) => {
    test(name, async (context) => {
      requireRoot(context);
      const kind = kinds[shellName](context);
      const namespace = await startMountNamespace(point, context);
      const shell = localShell(namespace.inside(kind));
      const storage = openShellStorage(shell, { storage: namespace.point, mount: 'required' });
      const mount = (...options: readonly string[]): void =>
        void namespace.run(
          'mount',
          '-t',
          'tmpfs',
          '-o',
          ['size=1m', ...options].join(','),
          'stick',
          namespace.point,
        );
      try {
        await body({ storage, namespace, mount });
      } finally {
        await namespace.end();
      }
    });
  });
}

const filesUnder = ({ namespace }: Stick): string => namespace.run('find', namespace.point, '-mindepth', '1');

withStick('nothing is written where nothing is mounted', async (stick) => {
  const handle = newHandle(1);
  await expect(stick.storage.lock(handle, ownerOf(handle))).rejects.toThrow(StorageGone);
  await expect(stick.storage.lock(handle, ownerOf(handle))).rejects.toThrow(/^nothing is mounted at \//);
  expect(filesUnder(stick)).toBe('');
  expect((await ask(stick.storage)).mount?.point).not.toBe(stick.namespace.point);
  // A TFTP server that starts before the stick is there makes its folder.
  stick.namespace.run('mkdir', '-p', `${stick.namespace.point}/pilotlight/state`);
  await expect(stick.storage.lock(handle, ownerOf(handle))).rejects.toThrow(StorageGone);
  await expect(stick.storage.mismatches(release, new Map([['x', sha256('x')]]))).rejects.toThrow(StorageGone);
  await expect(stick.storage.read('state/journal')).rejects.toThrow(StorageGone);
  expect(filesUnder(stick).trim().split('\n')).toHaveLength(2);
});

withStick(
  'a mount point of any name is found',
  async ({ storage, namespace, mount }) => {
    mount();
    await storage.note(await takeLock(storage), 'I may write');
    const survey = await ask(storage);
    expect(survey.mount).toEqual({
      device: 'stick',
      point: namespace.point,
      fileSystem: 'tmpfs',
      readOnly: false,
    });
    expect(survey.space?.totalBytes).toBe(1024 * 1024);
    expect(survey.space?.freeBytes).toBeLessThan(1024 * 1024);
  },
  "u s\tb\\040#'$x",
);

withStick('a stick that is pulled out takes every write with it', async (stick) => {
  stick.mount();
  const handle = await takeLock(stick.storage);
  stick.namespace.run('umount', stick.namespace.point);
  stick.namespace.run('mkdir', '-p', `${stick.namespace.point}/pilotlight/state/lock.1`);
  const before = filesUnder(stick);
  for (const [name, write] of Object.entries(writes)) {
    await expect(write(stick.storage, handle), name).rejects.toThrow(StorageGone);
  }
  expect(filesUnder(stick)).toBe(before);
});

withStick('another stick in its place has no lock of ours', async ({ storage, namespace, mount }) => {
  mount();
  const handle = await takeLock(storage);
  namespace.run('umount', namespace.point);
  mount();
  for (const [name, write] of Object.entries(writes)) {
    if (name === 'unlock') continue;
    await expect(write(storage, handle), name).rejects.toThrow(StorageGone);
  }
  namespace.run('mkdir', '-p', `${namespace.point}/pilotlight/state`);
  await expect(storage.note(handle, 'x')).rejects.toThrow(LockLost);
});

withStick('a stick in a folder above is not the stick', async ({ storage, namespace }) => {
  namespace.run('mount', '-t', 'tmpfs', 'other', `${namespace.point}/..`);
  namespace.run('mkdir', namespace.point);
  const handle = newHandle(1);
  await expect(storage.lock(handle, ownerOf(handle))).rejects.toThrow(StorageGone);
});

describe.each(['remount,ro', 'remount,bind,ro'])('%s', (options) => {
  withStick('what became read-only is not written', async ({ storage, namespace, mount }) => {
    mount();
    const handle = await takeLock(storage);
    namespace.run('mount', '-o', options, namespace.point);
    for (const [name, write] of Object.entries(writes)) {
      await expect(write(storage, handle), name).rejects.toThrow(/read-only/);
    }
    const next = newHandle(2);
    await expect(storage.lock(next, ownerOf(next))).rejects.toThrow(StorageGone);
    expect((await ask(storage)).mount?.readOnly).toBe(true);
  });
});

withStick('a full stick says so, and can be emptied', async ({ storage, namespace, mount }) => {
  mount();
  const handle = await takeLock(storage);
  const large = noise(1_500_000);
  const upload = part(large);
  const appended = storage.append(handle, upload, { offset: 0, length: large.length }, source(large));
  await expect(appended).rejects.toThrow(StorageFull);
  namespace.run('sh', '-c', `cat /dev/zero >"$1"/rest 2>/dev/null || :`, 'sh', namespace.point);
  await expect(storage.unpack(handle, release, stream({ 'nodes/one': noise(50_000) }))).rejects.toThrow(
    StorageFull,
  );
  await expect(storage.note(handle, 'a line')).rejects.toThrow(StorageFull);
  await expect(storage.seal(handle, release, 'seal\n')).rejects.toThrow(StorageFull);
  await expect(storage.writeSlot(handle, 0, 'slot\n', undefined)).rejects.toThrow(StorageFull);
  const next = newHandle(2);
  await expect(storage.lock(next, ownerOf(next))).rejects.toThrow(StorageFull);
  expect(await storage.partSize(handle, upload)).toBeGreaterThan(0);
  expect((await ask(storage)).space?.freeBytes).toBe(0);
  await storage.remove(handle, upload);
  await storage.note(handle, 'a line');
  await storage.unlock(handle);
  expect((await ask(storage)).lock?.owner).toBe('');
});
