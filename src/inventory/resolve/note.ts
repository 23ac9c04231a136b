import type { Origin, Pointer } from '../model/provenance.ts';
import type { Written } from './written.ts';

/**
 * Told where each resolved value came from. Resolving a site uses {@link unnoted}; explaining one node resolves it once
 * more with a note that keeps what it is told. So both are the same code, and the origins of 10,000 nodes cost nothing.
 */
export type Note = (path: Pointer, origin: Origin) => void;

/** Keeps nothing. */
export const unnoted: Note = () => {};

/** The same note for paths below another one. */
export function below(note: Note, ...prefix: Pointer): Note {
  return note === unnoted ? unnoted : (path, origin) => note([...prefix, ...path], origin);
}

/** The origin of a value that somebody wrote. */
export function fromFile(written: Written): Origin {
  return { kind: 'file', file: written.document.file, pointer: written.pointer };
}

/** The origin of a built-in default. */
export const builtIn: Origin = { kind: 'default' };

/** The origin of a value that follows from another one, named in the words of the inventory. */
export function derived(from: string): Extract<Origin, { kind: 'derived' }> {
  return { kind: 'derived', from };
}

/** A path in the form of a JSON Pointer (RFC 6901). */
export function jsonPointer(path: Pointer): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
