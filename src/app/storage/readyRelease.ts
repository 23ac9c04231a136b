import { assetSets } from '../../deploy/assets.ts';
import type { WantedRelease } from '../../deploy/plan/wanted.ts';
import type { ReleaseReader } from '../../ports/releaseFolder.ts';
import type { StreamedFile } from '../../ports/storage.ts';
import { type Manifest, manifestPath } from '../../release/manifest.ts';
import { originPath } from '../../release/origin.ts';
import { sha256 } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import type { FileRecord } from '../../shared/fileTree.ts';

/** A release in a folder of this machine, as a storage is to hold it. */
export interface ReadyRelease {
  readonly wanted: WantedRelease;
  /** Its files in the order of the manifest; each is read when its turn comes. */
  files(): AsyncIterable<StreamedFile>;
}

/** What a storage is to hold of a release: every file of the folder, and the image sets that the manifest names. */
export async function readyRelease(manifest: Manifest, reader: ReleaseReader): Promise<ReadyRelease> {
  const companions: FileRecord[] = [];
  for (const path of [originPath, manifestPath]) {
    const text = await reader.read(path);
    if (text !== undefined) companions.push({ path, sha256: sha256(text), size: Buffer.byteLength(text) });
  }
  const files = [...manifest.files, ...companions];
  return {
    wanted: { id: manifest.release.id, files, assets: assetSets(manifest.images, manifest.k3s) },
    files: () => readFiles(files, reader),
  };
}

async function* readFiles(files: readonly FileRecord[], reader: ReleaseReader): AsyncIterable<StreamedFile> {
  for (const { path } of files) {
    const text = await reader.read(path);
    if (text === undefined) {
      throw new Failure('world', `${path} went away while the release was uploaded`, {
        next: 'publish the release again, then deploy it: what was uploaded is not lost',
      });
    }
    yield { path, bytes: Buffer.from(text) };
  }
}
