import { assetSets } from '../../deploy/assets.ts';
import type { StorageState } from '../../deploy/plan/state.ts';
import type { ReadStorage } from '../../deploy/run/readStorage.ts';
import type { Manifest, NodeRecord, VariantRecord } from '../../release/manifest.ts';
import { manifestPath } from '../../release/manifest.ts';
import { parseManifest } from '../../release/parse.ts';
import { type Digest, sha256, shortDigest } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import type { RenderedNode } from './renderNode.ts';

/** The release that machines boot now. */
export interface DeployedRelease {
  readonly id: Digest;
  readonly manifest: Manifest;
  readonly state: StorageState;
}

/** The release that the router points to; a Failure where there is none that can be armed from. */
export function deployedRelease({ survey, state, problems }: ReadStorage): DeployedRelease {
  const [problem] = problems;
  if (problem !== undefined) throw new Failure('world', problem.message, { next: problem.next });
  const id = state.pointer?.release;
  if (id === undefined) {
    throw new Failure('refused', 'no release is current on the storage', { next: 'pilotlight deploy' });
  }
  const text = survey.manifests.get(id);
  const manifest = text === undefined ? undefined : parseManifest(text, manifestPath).value;
  if (manifest === undefined || manifest.release.id !== id) {
    throw new Failure('refused', `the manifest of release ${shortDigest(id)} on the storage cannot be read`, {
      next: 'pilotlight verify tells what is damaged, and pilotlight deploy mends it',
    });
  }
  return { id, manifest, state };
}

/** What the release says of a node in a variant, as far as it fits what was rendered; else why it may not be armed. */
export function recordOf(
  { id, manifest, state }: DeployedRelease,
  { node, variant, configuration, ignition, install }: RenderedNode,
):
  | { readonly record: VariantRecord; readonly problems: readonly string[] }
  | { readonly problems: readonly string[] } {
  const release = shortDigest(id);
  const known = manifest.nodes.find(({ hostname }) => hostname === node.hostname);
  const record = known?.variants.find((each) => each.variant === variant);
  if (known === undefined) return { problems: [`release ${release} does not have it: deploy first`] };
  if (record === undefined) return { problems: [`release ${release} does not have its variant ${variant}`] };
  const digestOf = (path: string) => manifest.files.find((file) => file.path === path)?.sha256;
  const same =
    digestOf(record.ignition) === sha256(ignition) &&
    digestOf(record.install) === sha256(install) &&
    record.digest === configuration.digest &&
    known.macs.join() === node.macs.join();
  if (!same) {
    return {
      problems: [
        `the inventory says something else than release ${release}, which was reviewed and deployed: deploy first`,
      ],
    };
  }
  return { record, problems: missingAssets(manifest, known, variant, state) };
}

/** What an installation fetches from the router and is not whole there. */
function missingAssets(
  manifest: Manifest,
  { coreos, architecture }: NodeRecord,
  variant: string,
  { folders }: StorageState,
): string[] {
  const images = manifest.images.filter((set) => set.version === coreos && set.architecture === architecture);
  const k3s = variant === 'none' ? [] : (manifest.k3s ?? []);
  const needed = assetSets(images, k3s).map(({ path }) => path);
  return needed
    .filter((path) => !folders.some((folder) => folder.path === path && folder.seal !== undefined))
    .map((path) => `${path} is not whole on the storage: deploy puts it there`);
}
