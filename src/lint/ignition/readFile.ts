import type { SourceFile } from '../../inventory/model/source.ts';
import { type Contents, type LocalFiles, readContents } from './contents.ts';
import { textFrom } from './dataUrl.ts';
import type { FileElement } from './nodeFiles.ts';
import { isObject, listOf, objectOf, type PlainObject, textOf } from './plainData.ts';

/** Ignition's default for files. */
const defaultMode = 0o644;

/** Reads an element of `storage.files`. */
export function readFile(raw: PlainObject, localFiles: LocalFiles): FileElement {
  const contents = [
    readContents(raw.contents, ['contents'], localFiles),
    ...listOf(raw.append).map((each, index) => readContents(each, ['append', index], localFiles)),
  ].filter((each): each is Contents => each !== undefined);
  return {
    path: textOf(raw.path) ?? '',
    mode: typeof raw.mode === 'number' ? raw.mode : defaultMode,
    ownedByRoot: isRoot(raw.user) && isRoot(raw.group),
    texts: contents.flatMap((each) => (each.kind === 'text' ? [each.text] : [])),
    partlyUnknown: contents.some((each) => each.kind !== 'text'),
    undecodable: contents.flatMap((each) =>
      each.kind === 'broken' ? [{ at: each.at, reason: each.reason }] : [],
    ),
  };
}

function isRoot(owner: unknown): boolean {
  const { name, id } = objectOf(owner);
  return !isObject(owner) || ((name === undefined || name === 'root') && (id === undefined || id === 0));
}

/** Reads an element of Butane's `storage.trees`: a file for each one below the local folder. */
export function readTree(raw: PlainObject, localFiles: LocalFiles): FileElement[] {
  const local = textOf(raw.local);
  if (local === undefined) return [];
  const folder = `${local.replace(/\/+$/, '')}/`;
  const root = (textOf(raw.path) ?? '/').replace(/\/+$/, '');
  return [...localFiles]
    .filter(([path]) => path.startsWith(folder))
    .map(([path, file]) => treeFile(`${root}/${path.slice(folder.length)}`, file));
}

function treeFile(path: string, file: SourceFile): FileElement {
  const text = textFrom(file.bytes);
  return {
    path,
    mode: file.executable ? 0o755 : defaultMode,
    ownedByRoot: true,
    texts: text === undefined ? [] : [{ text, at: ['local'], clear: true, file: file.path }],
    partlyUnknown: text === undefined,
    undecodable: [],
  };
}
