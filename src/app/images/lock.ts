import { join } from 'node:path';
import { type LockChange, lockChanges } from '../../images/lock/changes.ts';
import { type LockContent, readLock } from '../../images/lock/content.ts';
import { lockGaps } from '../../images/lock/gaps.ts';
import { resolveLock } from '../../images/lock/resolveLock.ts';
import { lockText } from '../../images/lock/text.ts';
import type { World } from '../../ports/world.ts';
import { Failure } from '../../shared/failure.ts';
import type { Selection } from '../sites.ts';
import type { ImagesHooks, ImagesOptions } from './options.ts';
import { type ImagesSite, imagesSites, mirrorOf } from './site.ts';

export interface LockOptions extends Omit<ImagesOptions, 'folder'> {
  /** Tell what is missing, ask nobody, and write nothing. */
  readonly check: boolean;
  /** Tell what would change, and write nothing. */
  readonly planOnly: boolean;
  /** Streams that are looked at; the entries of others stay. */
  readonly streams?: readonly string[] | undefined;
}

/** What became of a site's lock. */
export interface LockReport {
  readonly site: string;
  /** `inventory/images.lock.yaml` */
  readonly file: string;
  /** What the nodes want and the lock did not have. */
  readonly missing: readonly string[];
  readonly changes: readonly LockChange[];
  readonly outcome: 'checked' | 'planned' | 'written' | 'unchanged';
}

/** Brings the image lock of each site up to what its nodes want, and to what its streams have now. */
export async function lockImages(
  selection: Selection,
  options: LockOptions,
  world: World,
  hooks: ImagesHooks = {},
): Promise<LockReport[]> {
  const sites = await imagesSites(selection, world);
  refuseStreams(sites, options.streams);
  const reports: LockReport[] = [];
  for (const site of sites) reports.push(await lockSite(site, options, world, hooks));
  return reports;
}

async function lockSite(
  { name, opened: { sources }, inventory }: ImagesSite,
  options: LockOptions,
  world: World,
  hooks: ImagesHooks,
): Promise<LockReport> {
  const file = `${sources.folder}/images.lock.yaml`;
  const bytes = sources.files.get('images.lock.yaml')?.bytes;
  const present = bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  const before = contentOf(present, file);
  const missing = lockGaps(inventory.imageWishes, before);
  if (options.check) return { site: name, file, missing, changes: [], outcome: 'checked' };
  const downloads = world.downloads();
  try {
    const after = await resolveLock(
      inventory.imageWishes,
      before,
      {
        downloads,
        signatures: world.signatures,
        mirrored: mirrorOf(inventory, { ...options, folder: '' }),
        localFile: (path) => world.localFile(path.startsWith('/') ? path : join(sources.folder, path)),
        wait: world.wait,
        signal: hooks.stoppable?.(),
      },
      options.streams === undefined ? undefined : new Set(options.streams),
    );
    const changes = lockChanges(before, after);
    const text = lockText(after, present);
    if (options.planOnly) return { site: name, file, missing, changes, outcome: 'planned' };
    if (text === present) return { site: name, file, missing, changes, outcome: 'unchanged' };
    await world.replaceFile(file, text);
    return { site: name, file, missing, changes, outcome: 'written' };
  } finally {
    downloads.close();
  }
}

function contentOf(text: string | undefined, file: string): LockContent {
  try {
    return readLock(text);
  } catch (error) {
    throw new Failure('usage', `${file} is no YAML: ${(error as Error).message.split('\n', 1)[0]}`, {
      next: 'mend it, or remove it: pilotlight images lock then writes it anew',
    });
  }
}

function refuseStreams(sites: readonly ImagesSite[], streams: readonly string[] | undefined): void {
  const wanted = new Set(
    sites.flatMap(({ inventory }) => inventory.imageWishes.coreos.map(({ stream }) => stream)),
  );
  const unknown = streams?.find((stream) => !wanted.has(stream));
  if (unknown === undefined) return;
  throw new Failure('usage', `no node wants the stream ${JSON.stringify(unknown)}`, {
    next: `streams that nodes want: ${[...wanted].sort().join(', ') || 'none'}`,
  });
}
