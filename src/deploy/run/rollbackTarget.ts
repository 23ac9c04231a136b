import { type Digest, shortDigest } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import { releasePath } from '../paths.ts';
import type { Pointer, Seal, StorageState } from '../plan/state.ts';

/**
 * What a rollback goes from and to. Throws a Failure where there is no such release, where it is not whole, or where its images are not.
 *
 * @param to id of a release, or the beginning of one that no other has; undefined: the one that was current before
 */
export function rollbackTarget(
  state: StorageState,
  to: string | undefined,
): { readonly from: Pointer; readonly to: Digest } {
  const { pointer: from, folders } = state;
  if (from === undefined) throw refused('the storage points to no release yet', 'deploy a release first');
  const wanted = to ?? from.previous;
  if (wanted === undefined) {
    throw refused(
      'there is no release before the current one',
      'pilotlight status lists the releases that are kept',
    );
  }
  const found = sealsOfReleases(state).filter(({ content }) => content.startsWith(wanted.toLowerCase()));
  const [seal, ...others] = found;
  if (seal === undefined || wanted === '') throw notThere(state, wanted);
  if (others.length > 0) throw ambiguous(wanted, found);
  const sealed = new Set(folders.filter(({ seal: one }) => one !== undefined).map(({ path }) => path));
  const lacking = seal.assets.filter((path) => !sealed.has(path));
  if (lacking.length > 0) {
    const what = `release ${shortDigest(seal.content)} needs ${lacking.join(', ')}, which is not whole on the storage`;
    throw refused(what, 'deploy that release again: check out its commit, and run pilotlight deploy');
  }
  return { from, to: seal.content };
}

function sealsOfReleases({ folders }: StorageState): Seal[] {
  return folders.flatMap(({ kind, seal }) => (kind === 'release' && seal !== undefined ? [seal] : []));
}

function notThere(state: StorageState, wanted: string): Failure {
  const kept = sealsOfReleases(state).map(({ content }) => shortDigest(content));
  const broken = state.folders.some(
    ({ path, seal }) => seal === undefined && path.startsWith(releasePath(wanted as Digest)),
  );
  const what = `release ${wanted.slice(0, 64)} is ${broken ? 'on the storage, but not whole' : 'not on the storage'}`;
  return refused(what, `name one of those that are: ${kept.join(', ')}`);
}

function ambiguous(wanted: string, found: readonly Seal[]): Failure {
  const names = found.map(({ content }) => content.slice(0, 16)).join(', ');
  return refused(
    `${found.length} releases begin with ${wanted}: ${names}`,
    'name one of them with more digits',
  );
}

function refused(message: string, next: string): Failure {
  return new Failure('refused', message, { next });
}
