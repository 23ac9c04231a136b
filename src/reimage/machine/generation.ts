import { isDigest } from '../../shared/digest.ts';
import type { Generation } from '../plan/facts.ts';
import { printable } from '../printable.ts';

/** The generation file of a node; undefined where the text is none. */
export function readGeneration(text: string): Generation | undefined {
  const { site, hostname, variant, digest, release } = parseObject(text);
  if (typeof site !== 'string' || typeof hostname !== 'string' || typeof variant !== 'string')
    return undefined;
  if (typeof digest !== 'string' || !isDigest(digest)) return undefined;
  return {
    site: printable(site),
    hostname: printable(hostname, 253),
    variant: printable(variant),
    digest,
    // Where it was installed without the gate, a marker stands in its place.
    ...(typeof release === 'string' && isDigest(release) ? { release } : {}),
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
