import type { Pointer } from '../../deploy/plan/state.ts';
import type { Survey } from '../../ports/storage.ts';
import { type Manifest, manifestPath } from '../../release/manifest.ts';
import { parseManifest } from '../../release/parse.ts';
import { planAgainst } from '../../release/plan/against.ts';
import type { ReleasePlan } from '../../release/plan/plan.ts';

/** Texts of files are not compared: reading them from a router costs more than the manifests tell already. */
const unread = async () => undefined;

/**
 * What a release means for each node, compared with the one that machines boot now. Undefined where that cannot be told: the manifest
 * on the storage cannot be read, or was made by another format.
 */
export async function nodeChanges(
  manifest: Manifest,
  { manifests }: Pick<Survey, 'manifests'>,
  pointer: Pointer | undefined,
): Promise<ReleasePlan | undefined> {
  const next = { manifest, read: unread };
  if (pointer === undefined) return planAgainst(undefined, next, { detailed: 0 });
  const current =
    pointer.release === manifest.release.id ? manifest : readManifest(manifests.get(pointer.release));
  if (current === undefined) return undefined;
  return planAgainst({ manifest: current, read: unread }, next, { detailed: 0 });
}

function readManifest(text: string | undefined): Manifest | undefined {
  return text === undefined ? undefined : parseManifest(text, manifestPath).value;
}
