import type { StorageState } from '../../deploy/plan/state.ts';
import type { StoredImages, StoredRelease } from '../../report/storageReport.ts';
import { compareText } from '../../shared/finding.ts';

/** Releases that are whole, the current one first, then by age. */
export function storedReleases({ folders, pointer }: StorageState): StoredRelease[] {
  return folders
    .flatMap(({ kind, seal }) => (kind === 'release' && seal !== undefined ? [seal] : []))
    .map(({ content: id, files, bytes, sequence }) => ({
      id,
      state: stateOf(id),
      files,
      bytes,
      sequence,
    }))
    .sort((a, b) => ranks[a.state] - ranks[b.state] || b.sequence - a.sequence || compareText(a.id, b.id))
    .map(({ sequence: _sequence, ...release }) => release);

  function stateOf(id: string): StoredRelease['state'] {
    if (id === pointer?.release) return 'current';
    return id === pointer?.previous ? 'previous' : 'kept';
  }
}

const ranks: Readonly<Record<StoredRelease['state'], number>> = { current: 0, previous: 1, kept: 2 };

/** Image sets that are whole, by path, with the releases that need them. */
export function storedImages({ folders }: StorageState): StoredImages[] {
  const releases = folders.flatMap(({ kind, seal }) => (kind === 'release' && seal ? [seal] : []));
  return folders.flatMap(({ kind, path, seal }) => {
    if (kind === 'release' || seal === undefined) return [];
    const neededBy = releases.filter(({ assets }) => assets.includes(path)).map(({ content }) => content);
    return [{ kind, path, files: seal.files, bytes: seal.bytes, releases: neededBy }];
  });
}
