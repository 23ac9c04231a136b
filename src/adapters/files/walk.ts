import { type Dirent, lstatSync, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { explainSystemError } from '../../shared/failure.ts';
import { maxEntries } from './caps.ts';
import { isIgnored } from './ignored.ts';
import { readRegularFile } from './readRegularFile.ts';
import { report, type Walk } from './siteWalk.ts';

/** One folder on the way: where it is, what it is called, and the real paths of the folders around it. */
interface Folder {
  readonly real: string;
  /** Path relative to the site's folder; empty for that folder. */
  readonly relative: string;
  readonly around: readonly string[];
}

/** Gathers all files of a site, links inside of the boundary followed. */
export function walkSite(walk: Walk): void {
  walkFolder(walk, { real: realpathSync(walk.folder), relative: '', around: [] });
}

function walkFolder(walk: Walk, folder: Folder): void {
  const entries = readFolder(walk, folder);
  for (const entry of entries) {
    const relative = folder.relative === '' ? entry.name : `${folder.relative}/${entry.name}`;
    if (isIgnored(relative)) continue;
    walk.entries++;
    if (walk.entries > maxEntries) {
      if (walk.entries === maxEntries + 1) {
        report(walk, 'PL1025', '', `the inventory has more than ${maxEntries} files and folders`);
      }
      return;
    }
    visit(walk, folder, entry, relative);
  }
}

function readFolder(walk: Walk, folder: Folder): Dirent[] {
  try {
    return readdirSync(folder.real, { withFileTypes: true });
  } catch (error) {
    report(walk, 'PL1024', folder.relative, `the folder cannot be read: ${explainSystemError(error)}`);
    return [];
  }
}

/** Control characters, backslashes, and what stands for bytes that are no UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const unusable = /[\u0000-\u001f\u007f\\\ufffd]/;

function visit(walk: Walk, folder: Folder, entry: Dirent, relative: string): void {
  if (unusable.test(entry.name)) {
    const name = JSON.stringify(entry.name);
    report(walk, 'PL1026', folder.relative, `the file name ${name} cannot be used in a configuration`);
    return;
  }
  const real = path.join(folder.real, entry.name);
  if (isPlain(entry)) visitPlain(walk, folder, { real, relative, isFolder: entry.isDirectory() });
  else visitOther(walk, folder, real, relative);
}

/** A link, something special, or what the file system does not tell at once. */
function visitOther(walk: Walk, folder: Folder, real: string, relative: string): void {
  try {
    const link = lstatSync(real).isSymbolicLink();
    const target = link ? insideTarget(walk, real, relative) : real;
    if (target === undefined) return;
    const stat = statSync(target);
    if (stat.isDirectory() || stat.isFile()) {
      visitPlain(walk, folder, { real: target, relative, isFolder: stat.isDirectory() });
    } else report(walk, 'PL1023', relative, 'it is neither a file nor a folder');
  } catch (error) {
    report(walk, 'PL1024', relative, `it cannot be read: ${explainSystemError(error)}`);
  }
}

/** What a folder listing says at once. Some file systems leave the kind open. */
function isPlain(entry: Dirent): boolean {
  return entry.isFile() || entry.isDirectory();
}

function visitPlain(
  walk: Walk,
  folder: Folder,
  {
    real,
    relative,
    isFolder,
  }: { readonly real: string; readonly relative: string; readonly isFolder: boolean },
): void {
  if (!isFolder) {
    readRegularFile(walk, real, relative);
    return;
  }
  const around = [...folder.around, folder.real];
  if (around.includes(real)) {
    report(walk, 'PL1022', relative, 'the link leads to a folder around it');
  } else walkFolder(walk, { real, relative, around });
}

/** The real path that a link leads to, when that lies inside of the boundary. */
function insideTarget(walk: Walk, real: string, relative: string): string | undefined {
  const written = JSON.stringify(readlinkSync(real));
  try {
    const target = realpathSync(real);
    if (target === walk.boundary || target.startsWith(walk.boundary + path.sep)) return target;
    report(walk, 'PL1021', relative, `the link to ${written} leaves the inventory`);
  } catch {
    report(walk, 'PL1022', relative, `the link to ${written} leads nowhere`);
  }
  return undefined;
}
