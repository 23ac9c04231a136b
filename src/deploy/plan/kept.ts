import { type Digest, shortDigest } from '../../shared/digest.ts';
import { compareText } from '../../shared/finding.ts';
import { releasePath } from '../paths.ts';
import type { Seal, StorageState } from './state.ts';

/** What stays on a storage, by path, with the reason. What is kept for two reasons has the first. */
export type Kept = ReadonlyMap<string, string>;

/** What is to be current, and how many releases stay. */
export interface Keeping {
  readonly release: Digest;
  /** Paths of the image sets that it needs. */
  readonly assets: readonly string[];
  /** Counts the release that is to be current. */
  readonly keepReleases: number;
  /** What machines boot though the pointer may say something else: it stays too. */
  readonly booted?: Digest | undefined;
}

/** The releases that stay: what is to be current, where `rollback` goes from there, and the newest ones. */
export function keptReleases(state: StorageState, { release, keepReleases, booted }: Keeping): Kept {
  const { pointer } = state;
  const kept = new Map([[releasePath(release), pointer?.release === release ? 'current' : 'wanted']]);
  const keep = (path: string, reason: string) => {
    if (!kept.has(path)) kept.set(path, reason);
  };
  if (pointer !== undefined) keep(releasePath(pointer.release), 'current until the switch, then previous');
  const others = sealedReleases(state).filter(({ content }) => content !== release);
  const previous = others.find(({ content }) => content === pointer?.previous);
  if (pointer?.release === release && previous !== undefined) keep(previous.path, 'previous');
  const followed = others.find(({ content }) => content === booted);
  if (followed !== undefined) keep(followed.path, 'machines boot it still');
  for (const { path } of others.slice(0, Math.max(0, keepReleases - 1))) {
    keep(path, `one of the newest ${keepReleases}`);
  }
  return kept;
}

/** The image sets that the releases that stay need. */
export function keptAssets(state: StorageState, keeping: Keeping, releases: Kept): Kept {
  const users = new Map<string, Digest[]>();
  const need = (asset: string, release: Digest) => {
    const known = users.get(asset) ?? [];
    if (!known.includes(release)) users.set(asset, [...known, release]);
  };
  for (const asset of keeping.assets) need(asset, keeping.release);
  for (const { path, content, assets } of sealedReleases(state)) {
    if (releases.has(path)) for (const asset of assets) need(asset, content);
  }
  return new Map([...users].map(([asset, ids]) => [asset, neededBy(ids)]));
}

/** Seals of the releases that are whole, the newest first. */
export function sealedReleases(state: StorageState): Seal[] {
  return state.folders
    .flatMap(({ seal }) => (seal?.kind === 'release' ? [seal] : []))
    .sort((a, b) => b.sequence - a.sequence || compareText(a.path, b.path));
}

function neededBy([first = '', ...others]: readonly string[]): string {
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `needed by release ${shortDigest(first)}${more}`;
}
