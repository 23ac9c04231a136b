import type { Document } from '../model/document.ts';
import { at, root, text } from './written.ts';

/** Names of one node. */
export interface Hostname {
  /** Name of the node file without `.yaml`. */
  readonly name: string;
  /** Fully qualified. */
  readonly hostname: string;
  /** First label. */
  readonly shortName: string;
  /** Whether the node's file gives it; otherwise it comes from the file's name. */
  readonly written: boolean;
}

/** Name of a node's file without folder and ending. */
export function nodeName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
}

/** The names of the node that a file describes. A name without a dot is in the site's domain. */
export function resolveHostname(node: Document, domain: string): Hostname {
  const name = nodeName(node.file);
  const written = text(at(root(node), 'hostname'));
  const given = written ?? name;
  const hostname = given.includes('.') || domain === '' ? given : `${given}.${domain}`;
  return { name, hostname, shortName: given.split('.', 1)[0] ?? given, written: written !== undefined };
}
