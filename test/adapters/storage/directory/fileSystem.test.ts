import { describe, expect, type TestContext, test } from 'vitest';
import { openDirectoryStorage } from '../../../../src/adapters/storage/directory/openDirectoryStorage.ts';
import { type Storage, StorageFull, StorageGone } from '../../../../src/ports/storage.ts';
import { startNamespace } from '../../../router/lab/namespace.ts';
import { ask, noise, part, release, source, stream, takeLock } from '../contract/place.ts';

/** A file system of 1 MiB, mounted where only this test sees it. */
interface Stick {
  readonly storage: Storage;
  mount(...args: readonly string[]): Promise<void>;
}

async function withStick(context: TestContext, body: (stick: Stick) => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) {
    if (process.env.CI === 'true') throw new Error('needs root: a file system is mounted');
    context.skip('needs root');
  }
  const namespace = await startNamespace();
  const run = async (command: string, ...args: readonly string[]) => {
    const { status, stderr } = await namespace.run(command, args);
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  };
  try {
    await run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'stick', '/mnt');
    const storage = openDirectoryStorage(namespace.seen('/mnt/pilotlight'));
    await body({ storage, mount: run });
  } finally {
    await namespace.end();
  }
}

describe('a storage', () => {
  test('that is full says so, and can still be cleaned up', (context) =>
    withStick(context, async ({ storage }) => {
      const handle = await takeLock(storage);
      const content = noise(3 * 1024 * 1024);
      const slice = { offset: 0, length: content.length };
      await expect(storage.append(handle, part(content), slice, source(content))).rejects.toThrow(
        StorageFull,
      );
      const size = await storage.partSize(handle, part(content));
      expect(size).toBeGreaterThan(0);
      const more = stream({ one: noise(300_000) });
      await expect(storage.unpack(handle, release, more)).rejects.toThrow(StorageFull);
      await storage.remove(handle, part(content));
      await storage.remove(handle, release);
      await storage.unpack(handle, release, stream({ one: noise(300_000) }));
      await storage.unlock(handle);
    }));

  test('that became read-only says so', (context) =>
    withStick(context, async ({ storage, mount }) => {
      const handle = await takeLock(storage);
      await mount('mount', '-o', 'remount,ro', '/mnt');
      await expect(storage.note(handle, 'no')).rejects.toThrow(StorageGone);
      await expect(storage.note(handle, 'no')).rejects.toThrow(/read-only/);
      expect((await ask(storage)).lock?.number).toBe(1);
    }));

  test('that was unmounted is not written to, nor is what lies below it', (context) =>
    withStick(context, async ({ storage, mount }) => {
      const handle = await takeLock(storage);
      await mount('umount', '/mnt');
      await expect(storage.note(handle, 'no')).rejects.toThrow(StorageGone);
      expect((await ask(storage)).exists).toBe(false);
      await mount('mount', '-t', 'tmpfs', 'other', '/mnt');
      await expect(storage.lock(handle, 'x')).rejects.toThrow(StorageGone);
      expect((await ask(storage)).exists).toBe(false);
    }));
});
