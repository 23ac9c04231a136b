import { neededFiles } from '../../images/files.ts';
import { type CheckedFile, verifyFiles } from '../../images/verify.ts';
import type { World } from '../../ports/world.ts';
import type { Selection } from '../sites.ts';
import type { ImagesHooks, ImagesOptions } from './options.ts';
import { distinctFiles, imagesSites, keysOf } from './site.ts';

/** What reading the cache again showed. */
export interface VerifyReport {
  readonly folder: string;
  readonly files: readonly CheckedFile[];
}

/** Reads what the nodes of the sites need in the cache again; what is damaged is removed. */
export async function verifyImages(
  selection: Selection,
  { folder }: ImagesOptions,
  world: World,
  hooks: ImagesHooks = {},
): Promise<VerifyReport> {
  const sites = await imagesSites(selection, world);
  const all = distinctFiles(sites.flatMap(({ inventory }) => neededFiles(inventory.site)));
  const total = all.reduce((sum, { size = 0 }) => sum + size, 0);
  const cache = world.imageCache(folder);
  const seen = new Set<string>();
  const files: CheckedFile[] = [];
  let done = 0;
  const onBytes = (subject: string, bytes: number): void => {
    done += bytes;
    hooks.onEvent?.({ stage: 'verify', subject, bytes: { done, total: Math.max(done, total) } });
  };
  for (const { inventory } of sites) {
    const wanted = neededFiles(inventory.site).filter(({ path }) => !seen.has(path));
    for (const { path } of wanted) seen.add(path);
    const presence = { cache, keys: keysOf(inventory), signatures: world.signatures };
    files.push(...(await verifyFiles(wanted, presence, onBytes)));
  }
  return { folder, files };
}
