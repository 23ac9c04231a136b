import type { Pointer } from '../../inventory/model/provenance.ts';
import type { SourceFile } from '../../inventory/model/source.ts';
import { decodeSource, textFrom } from './dataUrl.ts';
import type { ElementText } from './nodeFiles.ts';
import { isObject, objectOf, textOf } from './plainData.ts';

/** What `local:` and `trees:` may read, by path relative to the files folder. */
export type LocalFiles = ReadonlyMap<string, SourceFile>;

/** What is known of the contents of a file. */
export type Contents =
  | { readonly kind: 'text'; readonly text: ElementText }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'broken'; readonly at: Pointer; readonly reason: string };

/** Reads `contents` or an item of `append`, of Butane or Ignition; undefined when nothing is there. */
export function readContents(value: unknown, at: Pointer, localFiles: LocalFiles): Contents | undefined {
  if (!isObject(value)) return undefined;
  const { inline, local, source } = objectOf(value);
  if (typeof inline === 'string') return knownText({ text: inline, at: [...at, 'inline'], clear: true });
  if (typeof local === 'string') return readLocal(local, [...at, 'local'], localFiles);
  if (typeof source === 'string') return readSource(source, textOf(value.compression), [...at, 'source']);
  return undefined;
}

/** Reads the file that a `local:` or `contents_local:` names. */
export function readLocal(path: string, at: Pointer, localFiles: LocalFiles): Contents {
  const file = localFiles.get(path);
  const text = file === undefined ? undefined : textFrom(file.bytes);
  return file === undefined || text === undefined
    ? { kind: 'unknown' }
    : knownText({ text, at, clear: true, file: file.path });
}

function readSource(source: string, compression: string | undefined, at: Pointer): Contents {
  const decoded = decodeSource(source, compression);
  if (decoded.kind === 'broken') return { kind: 'broken', at, reason: decoded.reason };
  const text = decoded.kind === 'bytes' ? textFrom(decoded.bytes) : undefined;
  return text === undefined ? { kind: 'unknown' } : knownText({ text, at, clear: false });
}

function knownText(text: ElementText): Contents {
  return { kind: 'text', text };
}
