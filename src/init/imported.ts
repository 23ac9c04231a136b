import type { NodeAnswers } from './answers.ts';
import type { Unassigned } from './inventory/roles.ts';

/** Something that was read and is not carried over, or only in part: told line by line. */
export interface Note {
  /** As the person named it, or below that. */
  readonly file: string;
  /** Counted from 1; missing where it is about the whole file. */
  readonly line?: number;
  /** One sentence without a stop; no value that may be a secret is in it. */
  readonly message: string;
}

/** A machine that was found elsewhere: what is known of it. */
export type ImportedNode = Omit<Unassigned, 'macs' | 'address'> & {
  readonly macs: readonly string[];
  readonly address: string | undefined;
};

/** What an import found. */
export interface Imported {
  readonly nodes: readonly ImportedNode[];
  /** What it says of the site. */
  readonly site: {
    readonly k3sVersion?: string | undefined;
    readonly authorizedKeys?: readonly string[];
  };
  readonly notes: readonly Note[];
}

/** A machine whose file can be written: its MAC is known. */
export function isWritable(node: ImportedNode): boolean {
  return node.macs.length > 0;
}

/** An address that an import did not tell is what the router gives: `dhcp`. */
export function addressed(node: ImportedNode): Omit<NodeAnswers, 'role'> & Pick<ImportedNode, 'role'> {
  return { ...node, address: node.address ?? 'dhcp' };
}
