import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Router } from '../lab/router.ts';
import type { CuttableProxy } from './proxy.ts';

/** A router under test and the way to it. */
export interface Place {
  readonly router: Router;
  readonly proxy: CuttableProxy;
}

/** Something that breaks, and what a person would do about it. */
export interface Fault {
  readonly name: string;
  /** The run itself gets over it. */
  readonly passes?: boolean;
  breaks(place: Place): 'lost' | 'on' | Promise<'lost' | 'on'>;
  mends(place: Place): Promise<void>;
}

const nothing = async (): Promise<void> => undefined;

function cutForGood({ proxy }: Place): 'lost' {
  proxy.open = false;
  proxy.hangUp();
  return 'lost';
}

const connects = async ({ proxy }: Place): Promise<void> => {
  proxy.open = true;
};

const connection: Fault = {
  name: 'the connection is closed',
  passes: true,
  breaks: ({ proxy }) => {
    proxy.cut();
    return 'lost';
  },
  mends: nothing,
};

const connectionForGood: Fault = {
  name: 'the connection is closed for good',
  breaks: cutForGood,
  mends: connects,
};

const server: Fault = {
  name: 'dropbear is killed',
  breaks: ({ router }) => {
    router.killSshServer();
    return 'lost';
  },
  mends: ({ router }) => router.startSshServer(),
};

const full: Fault = {
  name: 'the disk is full',
  breaks: async ({ router }): Promise<'lost' | 'on'> => {
    await router.stick.fill(0);
    return 'on';
  },
  mends: async ({ router }) => void (await router.exec('rm -f /mnt/usb/other-data')),
};

const unmounted: Fault = {
  name: 'the stick is unmounted',
  breaks: async ({ router }): Promise<'lost' | 'on'> => {
    await router.stick.unmount();
    return 'on';
  },
  mends: async ({ router }) => {
    const below = await readdir(router.seen('/mnt/usb'));
    if (below.length > 0) throw new Error(`written under the mount point: ${below.join(', ')}`);
    await router.stick.mount();
  },
};

const readOnly: Fault = {
  name: 'the stick turns read-only',
  breaks: async ({ router }): Promise<'lost' | 'on'> => {
    await router.stick.remountReadOnly();
    return 'on';
  },
  mends: async ({ router }) => {
    await router.stick.unmount();
    await router.stick.mount();
  },
};

const power: Fault = {
  name: 'the power goes',
  breaks: async (place): Promise<'lost' | 'on'> => {
    cutForGood(place);
    await place.router.powerCut();
    return 'lost';
  },
  mends: connects,
};

const garbage: Fault = {
  name: 'garbage is where it was cut',
  breaks: cutForGood,
  mends: async (place) => {
    await sessionsOver(place);
    for (const file of await unfinished(place.router.seen('/mnt/usb/pilotlight'))) await spoil(file);
    await connects(place);
  },
};

export const faults: readonly Fault[] = [
  connection,
  connectionForGood,
  server,
  full,
  unmounted,
  readOnly,
  power,
  garbage,
];

/** Waits until what ran for a connection that was cut has taken what it got. */
async function sessionsOver({ router }: Place): Promise<void> {
  while (router.sessions().length > 0) await setTimeout(5);
}

/** What a run may have been writing: uploads, files of folders without a seal, and the slot that does not count. */
async function unfinished(root: string): Promise<string[]> {
  const all = (await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const sealed = all
    .filter((path) => path.endsWith('/sealed'))
    .map((path) => path.slice(0, -'sealed'.length));
  const whole = (path: string): boolean => sealed.some((folder) => path.startsWith(folder));
  const below = (folder: string) => (path: string) => path.startsWith(join(root, folder));
  return all.filter(
    (path) => below('incoming')(path) || ((below('releases')(path) || below('images')(path)) && !whole(path)),
  );
}

/** Overwrites bytes in the middle of a file, and puts some behind it. */
async function spoil(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(997, 'garbage ');
    await file.write(bytes, 0, bytes.length, Math.floor(size / 2));
    await file.write(bytes, 0, bytes.length, Math.max(size, Math.floor(size / 2) + bytes.length));
  } finally {
    await file.close();
  }
}
