import { posix } from 'node:path';
import { closest } from 'fastest-levenshtein';
import type { Pointer } from '../../inventory/model/provenance.ts';
import type { SourceFile } from '../../inventory/model/source.ts';
import { compareText, type Finding, finding, type Outcome, type Place } from '../../shared/finding.ts';
import { type Element, originOf } from './element.ts';
import { type LocalReference, localReferences } from './localReferences.ts';
import { elementsOf, type Locate, type MergedConfig } from './mergedConfig.ts';

/** A file that Butane reads by `local:` or `trees:`, by its path relative to the folder of the inventory. */
export interface LocalFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly executable: boolean;
}

/** The files below the inventory folder, by path relative to it. */
export type InventoryFiles = ReadonlyMap<string, SourceFile>;

/**
 * The files that a configuration reads, each once, in order of path. What is not there, or not below the inventory folder, is a finding.
 * @param nodeFile The node's file, for what has no other place.
 */
export function collectLocalFiles(
  merged: MergedConfig,
  files: InventoryFiles,
  nodeFile: string,
  locate: Locate,
): Outcome<readonly LocalFile[]> {
  const found = new Map<string, LocalFile>();
  const findings: Finding[] = [];
  for (const element of elementsOf(merged)) {
    for (const reference of localReferences(element)) {
      const place = () => placeOf(element, reference.path, nodeFile, locate);
      const read = filesOf(reference, files);
      if (typeof read === 'string') findings.push(refused(read, reference, files, place()));
      else for (const file of read) found.set(file.path, file);
    }
  }
  return { value: [...found.values()].sort((a, b) => compareText(a.path, b.path)), findings };
}

type Refusal = 'missing' | 'outside';

const memo = new WeakMap<InventoryFiles, Map<string, readonly LocalFile[] | Refusal>>();

/** The files that a reference names; remembered, for many nodes name the same. */
function filesOf(reference: LocalReference, files: InventoryFiles): readonly LocalFile[] | Refusal {
  const known = memo.get(files) ?? new Map<string, readonly LocalFile[] | Refusal>();
  memo.set(files, known);
  const name = `${reference.kind} ${reference.local}`;
  const remembered = known.get(name) ?? readFiles(reference, files);
  known.set(name, remembered);
  return remembered;
}

function readFiles({ kind, local }: LocalReference, files: InventoryFiles): readonly LocalFile[] | Refusal {
  const path = localPath(local);
  if (path === undefined) return 'outside';
  if (kind === 'file') {
    const file = files.get(path);
    return file === undefined ? 'missing' : [localFile(file)];
  }
  const below = [...files.values()].filter(({ relative }) => path === '' || relative.startsWith(`${path}/`));
  return below.length === 0 ? 'missing' : below.map(localFile);
}

/** The path as the inventory knows it, or undefined when it leads out. Butane joins it to its folder, so a slash at its beginning means nothing. */
export function localPath(local: string): string | undefined {
  const path = posix.normalize(`./${local}`).replace(/\/+$/, '');
  if (path === '..' || path.startsWith('../')) return undefined;
  return path === '.' ? '' : path;
}

function localFile({ relative, bytes, executable }: SourceFile): LocalFile {
  return { path: relative, bytes, executable };
}

function placeOf(element: Element, path: Pointer, nodeFile: string, locate: Locate): Place {
  const origin = originOf(element, path);
  return origin.kind === 'overlay'
    ? locate(origin.file, origin.pointer)
    : { file: nodeFile, line: 1, column: 1 };
}

function refused(
  refusal: Refusal,
  { kind, local }: LocalReference,
  files: InventoryFiles,
  place: Place,
): Finding {
  if (refusal === 'outside') {
    return finding('PL2041', place, `${local} is outside the folder of the inventory`, {
      hint: 'put the file below the folder of the inventory, and name it relative to that folder',
    });
  }
  const candidates = kind === 'file' ? [...files.keys()] : folders(files);
  const hint =
    candidates.length === 0
      ? 'paths are relative to the folder of the inventory'
      : `did you mean ${closest(local, candidates)}?`;
  const what = kind === 'file' ? 'file' : 'folder with files in it';
  return finding('PL2040', place, `the inventory has no ${what} ${local}`, { hint });
}

function folders(files: InventoryFiles): string[] {
  const all = new Set<string>();
  for (const path of files.keys()) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      all.add(path.slice(0, at));
  }
  return [...all].sort(compareText);
}
