import { readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Sources } from '../../ports/inventorySource.ts';
import { compareFindings, compareText } from '../../shared/finding.ts';
import { isIgnored } from './ignored.ts';
import { explainMissing } from './missing.ts';
import { joined, type Walk } from './siteWalk.ts';
import { walkSite } from './walk.ts';

/**
 * Reads an inventory from a folder: the site that it is, or each of its folders that is one, by name. Where there is
 * none, the one answer has no files and a finding that explains it. Reading is synchronous: for many small files that
 * is several times as fast, and nothing else waits.
 */
export async function readSources(folder: string): Promise<Sources[]> {
  const typed = asTyped(folder);
  const sites = siteFolders(typed);
  if (sites.length === 0) return [{ folder: typed, files: new Map(), findings: [explainMissing(typed)] }];
  const boundary = realpathSync(typed);
  return sites.map((site) => readSite(site, boundary));
}

function readSite(folder: string, boundary: string): Sources {
  const walk: Walk = { folder, boundary, files: [], findings: [], entries: 0, bytes: 0 };
  walkSite(walk);
  walk.files.sort((a, b) => compareText(a.relative, b.relative));
  return {
    folder,
    files: new Map(walk.files.map((file) => [file.relative, file])),
    findings: walk.findings.sort(compareFindings),
  };
}

function siteFolders(folder: string): string[] {
  if (isSite(folder)) return [folder];
  try {
    const names = readdirSync(folder).filter((name) => !isIgnored(name));
    return names
      .sort(compareText)
      .map((name) => joined(folder, name))
      .filter((each) => isSite(each) && staysInside(each, folder));
  } catch {
    return [];
  }
}

function isSite(folder: string): boolean {
  try {
    return statSync(path.join(folder, 'site.yaml'), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** A folder that is a link to elsewhere is no site of this inventory. */
function staysInside(folder: string, inventory: string): boolean {
  return realpathSync(folder).startsWith(realpathSync(inventory) + path.sep);
}

/** Forward slashes, none at the end, no `./` at the beginning. */
function asTyped(folder: string): string {
  const slashes = path.sep === '\\' ? folder.replaceAll('\\', '/') : folder;
  return path.posix.normalize(slashes).replace(/(?<=.)\/$/, '');
}
