import { statfsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Namespace } from './namespace.ts';
import { must } from './programs.ts';
import { labTool } from './requireRouter.ts';

/** An ext4 file system in a file, mounted at a folder of a namespace, as a USB stick is at a router. */
export interface Stick {
  mount(): Promise<void>;
  /** Takes it away at once, whoever uses it; nothing where it is not mounted. */
  unmount(): Promise<void>;
  /** As after an error of the device: nothing can be written any more, whoever has files open. */
  remountReadOnly(): Promise<void>;
  /** Fills it with a file outside of Pilotlight's folder, until so many bytes are free. */
  fill(leave: number): Promise<void>;
  /** Keeps what is on it, under a name to restore it by. It must not be mounted. */
  keep(name: string): Promise<void>;
  /** Makes it as it was kept, whatever became of it. It must not be mounted. */
  restore(name: string): Promise<void>;
  /** Loses what has not reached the device, as when the power goes. It must not be mounted afterwards but by `mount`. */
  loseUnwritten(): Promise<void>;
}

/** Makes a stick. Images lie in a folder of this machine; `point` is where it is mounted inside. */
export async function makeStick(
  namespace: Namespace,
  place: { readonly folder: string; readonly point: string; readonly bytes: number },
): Promise<Stick> {
  const { point } = place;
  const path = (name: string): string => join(place.folder, `${name}.img`);
  // What is mounted may outlive its unmounting while files are open: what comes next is another file.
  let generation = 0;
  let image = path(`stick-${generation}`);
  const inside = async (command: string, ...args: string[]): Promise<void> => {
    const { status, stderr } = await namespace.run(command, args);
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  };
  const copy = (from: string, to: string) => must('cp', ['--sparse=always', from, to]);
  const next = async (from: string): Promise<void> => {
    const old = image;
    generation += 1;
    image = path(`stick-${generation}`);
    await copy(from, image);
    await rm(old);
  };
  await must('truncate', ['--size', `${place.bytes}`, image]);
  await must(labTool('mke2fs'), [
    '-q',
    '-F',
    '-t',
    'ext4',
    '-L',
    'USB',
    '-m',
    '0',
    '-E',
    'lazy_itable_init=0',
    image,
  ]);
  return {
    mount: () => inside('mount', '-o', 'loop,noatime,errors=remount-ro', image, point),
    async unmount() {
      const { status } = await namespace.run('umount', [point]);
      if (status !== 0) await namespace.run('umount', ['--lazy', point]);
    },
    async remountReadOnly() {
      const { status } = await namespace.run('mount', ['-o', 'remount,ro', point]);
      if (status === 0) return;
      const { stdout } = await namespace.run('findmnt', ['--noheadings', '--output', 'SOURCE', point]);
      const device = stdout.trim().replace('/dev/', '');
      await inside('sh', '-c', `echo "tests ask for an error" >/sys/fs/ext4/${device}/trigger_fs_error`);
    },
    async fill(leave) {
      const { bavail, bsize } = statfsSync(namespace.seen(point));
      const file = `${point}/other-data`;
      const bytes = Math.max(1, bavail * bsize - leave);
      // While somebody else writes there may be less than was said: then as much as there is.
      await namespace.run('fallocate', ['--length', `${bytes}`, file]);
      if (leave === 0)
        await namespace.run('dd', ['if=/dev/zero', `of=${file}`, 'oflag=append', 'conv=notrunc', 'bs=4k']);
    },
    keep: async (name) => void (await copy(image, path(name))),
    restore: (name) => next(path(name)),
    loseUnwritten: () => next(image),
  };
}
