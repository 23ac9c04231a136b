import { type Digest, isDigest, sha256 } from '../shared/digest.ts';
import { sumsText } from './assets.ts';
import { folderKind, releaseOfPath } from './paths.ts';
import type { Seal } from './plan/state.ts';
import type { AssetSet } from './plan/wanted.ts';
import { parseCount, parseRecord, recordLine } from './record.ts';

/** What a seal's file holds. */
export function sealText(seal: Seal): string {
  const { kind, path, content, files, bytes, sequence, assets } = seal;
  return recordLine('seal', [kind, path, content, `${files}`, `${bytes}`, `${sequence}`, assets.join(',')]);
}

/** The seal of the folder with a path; undefined where it is void: torn, of another folder, or none that makes sense there. */
export function parseSeal(text: string, path: string): Seal | undefined {
  const record = parseRecord('seal', text);
  if (record?.length !== 7) return undefined;
  const [kind = '', sealed, content = '', ...rest] = record;
  const [files, bytes, sequence] = rest.slice(0, 3).map(parseCount);
  const assets = parseAssets(rest[3] ?? '');
  if (sealed !== path || folderKind(path) !== kind || !isDigest(content)) return undefined;
  if (kind === 'release' ? releaseOfPath(path) !== content : assets?.length !== 0) return undefined;
  if (files === undefined || bytes === undefined || sequence === undefined || assets === undefined)
    return undefined;
  return { kind, path, content, files, bytes, sequence, assets };
}

/** What an image set's seal says that it holds: the SHA-256 of its SHA256SUMS. */
export function assetContent(set: AssetSet): Digest {
  return sha256(sumsText(set));
}

/** Paths of image sets; undefined where one is none. */
function parseAssets(text: string): string[] | undefined {
  const paths = text === '' ? [] : text.split(',');
  return paths.every(isAssetPath) ? paths : undefined;
}

function isAssetPath(path: string): boolean {
  const kind = folderKind(path);
  return kind === 'coreos' || kind === 'k3s';
}
