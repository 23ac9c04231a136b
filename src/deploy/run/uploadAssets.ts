import { sha256 } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import { sumsName } from '../../shared/storageLayout.ts';
import { sumsText } from '../assets.ts';
import { partPath } from '../paths.ts';
import type { AssetFile, AssetSet } from '../plan/wanted.ts';
import { assetContent, sealText } from '../seal.ts';
import { attempt } from './attempt.ts';
import { uploadFile } from './uploadFile.ts';
import type { Uploading } from './uploading.ts';
import { verifyFile } from './verifyFile.ts';

/** Brings an image set to the storage, and seals it. Files that are there and right are not sent. */
export async function uploadAssets(uploading: Uploading, set: AssetSet): Promise<void> {
  const { run, state } = uploading;
  const { tools, handle } = run;
  const folder = state.folders.find(({ path }) => path === set.path);
  // It holds something else under the same name: from here on nobody may count on it.
  if (folder?.seal !== undefined) await attempt(tools, () => tools.storage.unseal(handle, set.path));
  const sizes = folder === undefined ? new Map<string, number>() : await sizesThere(uploading, set);
  let bytes = 0;
  for (const file of set.files) {
    const there = sizes.get(file.name);
    if (there === undefined || !(await adopt(uploading, set, file, there))) {
      await uploadFile(uploading, file, `${set.path}/${file.name}`);
    }
    bytes += file.size ?? there ?? 0;
  }
  await putSums(uploading, set);
  const { kind, path } = set;
  const sequence = state.pointer?.sequence ?? 0;
  const content = assetContent(set);
  const seal = sealText({ kind, path, content, files: set.files.length, bytes, sequence, assets: [] });
  await attempt(tools, () => tools.storage.seal(handle, path, seal));
}

function sizesThere({ run: { tools } }: Uploading, set: AssetSet): Promise<ReadonlyMap<string, number>> {
  const names = set.files.map(({ name }) => name);
  return attempt(tools, () => tools.storage.sizes(set.path, names));
}

/** Takes a file that is there already, if it is right. */
async function adopt(uploading: Uploading, set: AssetSet, file: AssetFile, there: number): Promise<boolean> {
  const { run, state, sent } = uploading;
  if (file.size !== undefined && file.size !== there) return false;
  // Hashing takes long and is no sign of life; asking for the size of an upload is one.
  const part = partPath(file.sha256);
  await attempt(run.tools, () => run.tools.storage.partSize(run.handle, part));
  if (!(await verifyFile(uploading, set.path, file.name, { ...file, size: there }))) return false;
  sent.item(`${set.path}/${file.name}`, there).end();
  // Where the power was cut while the file got its name, the disk may have both.
  if (state.parts.some(({ path }) => path === part)) {
    await attempt(run.tools, () => run.tools.storage.remove(run.handle, part));
  }
  return true;
}

/** Writes what `sha256sum -c` takes, and looks whether it is there. */
async function putSums({ run: { tools, handle } }: Uploading, set: AssetSet): Promise<void> {
  const bytes = new TextEncoder().encode(sumsText(set));
  async function* files() {
    yield { path: sumsName, bytes };
  }
  await attempt(tools, () => tools.storage.unpack(handle, set.path, files()));
  const expected = new Map([[sumsName, sha256(bytes)]]);
  const wrong = await attempt(tools, () => tools.storage.mismatches(set.path, expected));
  if (wrong.length === 0) return;
  throw new Failure('world', `${set.path}/${sumsName} is not what was written`, {
    next: 'check the disk of the storage (its cable, its file system), and run the same command again',
  });
}
