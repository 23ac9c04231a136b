import { shortDigest } from '../shared/digest.ts';

/** What a path of a storage is called in tables: digests in it are cut to what an eye can compare. */
export function storedName(path: string): string {
  const release = /^releases\/([0-9a-f]{64})$/.exec(path)?.[1];
  if (release !== undefined) return `release ${shortDigest(release)}`;
  const part = /^incoming\/([0-9a-f]{64})\.part$/.exec(path)?.[1];
  return part === undefined ? path : `upload ${shortDigest(part)}`;
}
