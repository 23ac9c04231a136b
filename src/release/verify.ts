import { sha256, shortDigest } from '../shared/digest.ts';
import type { FileRecord } from '../shared/fileTree.ts';
import { type Finding, finding } from '../shared/finding.ts';
import { type Manifest, manifestPath } from './manifest.ts';
import { originPath } from './origin.ts';
import type { ReadText } from './read.ts';

/** A release's files beside its manifest. */
export interface ReleaseFiles {
  /** Folder or archive as a person would type it, for the findings. */
  readonly folder: string;
  readonly read: ReadText;
  /** The paths of all files that are there, when they can be listed. */
  readonly list?: () => Promise<readonly string[]>;
}

/** Files beside the manifest that belong to a release without being content: where it was made from. */
const companions = new Set([manifestPath, originPath]);

/** Whether the files of a release are what its manifest says: present, of the right size and digest, and no others. */
export async function verifyRelease(
  manifest: Manifest,
  { folder, read, list }: ReleaseFiles,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const record of manifest.files) {
    const found = fileFinding(record, await read(record.path), folder);
    if (found !== undefined) findings.push(found);
  }
  const named = new Set(manifest.files.map(({ path }) => path));
  for (const path of (await list?.()) ?? []) {
    if (named.has(path) || companions.has(path)) continue;
    findings.push(finding('PL4008', placeIn(folder, path), `the manifest does not name ${path}`));
  }
  return findings;
}

function fileFinding(record: FileRecord, text: string | undefined, folder: string): Finding | undefined {
  const place = placeIn(folder, record.path);
  const hint = 'copy or publish the release again';
  if (text === undefined) return finding('PL4006', place, `${record.path} is missing`, { hint });
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length !== record.size) {
    const message = `${record.path} has ${bytes.length} bytes, the manifest says ${record.size}`;
    return finding('PL4007', place, message, { hint });
  }
  const digest = sha256(bytes);
  if (digest === record.sha256) return undefined;
  const message = `${record.path} has SHA-256 ${shortDigest(digest)}…, the manifest says ${shortDigest(record.sha256)}…`;
  return finding('PL4007', place, message, { hint });
}

function placeIn(folder: string, path: string) {
  return { file: `${folder}/${path}`, line: 1, column: 1 };
}
