import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach } from 'vitest';
import { copyLab, edit, pilotlight, useLab } from './pilotlight.ts';
import { useStandIns } from './standIns.ts';

/** The root folder of the storage that tests deploy to. */
export const root = 'storage/pilotlight';

/** Gives every test the lab's inventory, stand-ins for its image files, and an empty storage. */
export function useStorage(): void {
  useLab();
  beforeEach(() => {
    copyLab('inventory');
    for (const folder of ['storage', 'images', 'out']) rmSync(folder, { recursive: true, force: true });
    mkdirSync('storage');
    useStandIns();
  });
}

/** Ids of the releases that are there, sorted. */
export const releases = () => readdirSync(join(root, 'releases')).sort();

export const deploy = (...more: string[]) => pilotlight(['deploy', '--to', 'storage', ...more]);

export const json = (text: string) => JSON.parse(text);

/** Makes the lab's inventory another release. */
export const change = (to: string) =>
  edit(
    'inventory/site.yaml',
    /max-pods=\d+/.exec(readFileSync('inventory/site.yaml', 'utf8'))?.[0] ?? '',
    `max-pods=${to}`,
  );

/** The release that the newest slot names. */
export function current(): string {
  const [newest = ''] = ['a', 'b']
    .map((slot) => join(root, `state/current.${slot}`))
    .filter(existsSync)
    .map((path) => readFileSync(path, 'utf8').split(' '))
    .sort((a, b) => Number(b[2]) - Number(a[2]))
    .map(([, , , release]) => release ?? '');
  return newest;
}
