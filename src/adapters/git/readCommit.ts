import { posix } from 'node:path';
import type { SourceFile, Sources } from '../../ports/inventorySource.ts';
import { compareText } from '../../shared/finding.ts';
import { isIgnored } from '../files/ignored.ts';
import { joined } from '../files/siteWalk.ts';
import { type GitFile, listCommit, readObjects } from './tree.ts';

/** Longest chain of links that is followed. */
const linkLimit = 16;

/**
 * Reads an inventory as a commit has it: the site that the folder is, or each of its folders that is one. Links are
 * followed within the folder; others are left out, as the folder of today is where they are reported.
 */
export async function readCommit(folder: string, revision: string): Promise<Sources[]> {
  const typed = posix.normalize(folder.replaceAll('\\', '/')).replace(/\/$/, '');
  const files = await listCommit(folder, revision);
  const bytes = await readObjects(
    folder,
    files.map(({ object }) => object),
  );
  const contents = new Map(
    files.map((file, index) => [file.path, { file, bytes: bytes[index] ?? new Uint8Array() }]),
  );
  return siteFolders(files).map((site) => siteSources(typed, site, contents));
}

type Contents = ReadonlyMap<string, { readonly file: GitFile; readonly bytes: Uint8Array }>;

/** Paths of the folders that have a site.yaml: the empty one, or those right below. */
function siteFolders(files: readonly GitFile[]): string[] {
  if (files.some(({ path }) => path === 'site.yaml')) return [''];
  return files.flatMap(({ path }) => /^([^/]+)\/site\.yaml$/.exec(path)?.[1] ?? []).sort(compareText);
}

function siteSources(folder: string, site: string, contents: Contents): Sources {
  const prefix = site === '' ? '' : `${site}/`;
  const siteFolder = joined(folder, site);
  const files = [...contents.keys()]
    .filter((path) => path.startsWith(prefix) && !isIgnored(path.slice(prefix.length)))
    .sort(compareText)
    .flatMap((path): [string, SourceFile][] => {
      const resolved = resolveLink(path, contents);
      if (resolved === undefined) return [];
      const relative = path.slice(prefix.length);
      const { bytes, file } = resolved;
      return [
        [relative, { path: joined(siteFolder, relative), relative, bytes, executable: file.executable }],
      ];
    });
  return { folder: siteFolder, files: new Map(files), findings: [] };
}

function resolveLink(path: string, contents: Contents): { file: GitFile; bytes: Uint8Array } | undefined {
  let at = path;
  for (let steps = 0; steps < linkLimit; steps++) {
    const found = contents.get(at);
    if (found === undefined || !found.file.symlink) return found;
    at = posix.normalize(posix.join(posix.dirname(at), new TextDecoder().decode(found.bytes)));
  }
  return undefined;
}
