import { type Digest, sha256 } from '../../shared/digest.ts';
import type { FileRecord } from '../../shared/fileTree.ts';
import { manifestName, sumsName } from '../../shared/storageLayout.ts';
import { parseSums } from '../assets.ts';
import type { Seal } from '../plan/state.ts';
import { attempt } from './attempt.ts';
import type { Meter } from './meter.ts';
import type { RunTools } from './tools.ts';

/** Reads a release's manifest: see `VerifyRequest`. */
export type ManifestOf = (text: string, release: Digest) => readonly FileRecord[] | undefined;

/** The files of a sealed folder that are not what they should be, by path in it; where it does not even say what it holds, that file. */
export async function verifyFolder(
  seal: Seal,
  manifestOf: ManifestOf,
  tools: RunTools,
  meter: Meter,
): Promise<readonly string[]> {
  const list = seal.kind === 'release' ? manifestName : sumsName;
  const text = await attempt(tools, () => tools.storage.read(`${seal.path}/${list}`));
  const expected = text === undefined ? undefined : expectedFiles(seal, text, manifestOf);
  if (expected === undefined) return [list];
  const item = meter.item(seal.path, seal.bytes);
  const wrong: string[] = [];
  for (const batch of batches(seal, expected)) {
    const { signal } = tools;
    const options = { ...(signal === undefined ? {} : { signal }), onBytes: item.add };
    wrong.push(...(await attempt(tools, () => tools.storage.mismatches(seal.path, batch, options))));
  }
  item.end();
  return wrong;
}

function expectedFiles(
  { kind, content }: Seal,
  text: string,
  manifestOf: ManifestOf,
): ReadonlyMap<string, Digest> | undefined {
  if (kind !== 'release') return sha256(text) === content ? parseSums(text) : undefined;
  const files = manifestOf(text, content);
  return files === undefined ? undefined : new Map(files.map((file) => [file.path, file.sha256]));
}

/** Big files one by one, so that a connection that breaks costs one of them; small ones all at once. */
function batches({ kind }: Seal, expected: ReadonlyMap<string, Digest>): ReadonlyMap<string, Digest>[] {
  return kind === 'release' ? [expected] : [...expected].map((file) => new Map([file]));
}
