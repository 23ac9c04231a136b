import { getInput } from '@actions/core';

/** How nodes are reached. */
export interface NodeInputs {
  /** Lines of `known_hosts`, or the name of a file with them; undefined for what the gate heard alone. */
  readonly knownHosts: { readonly text: string } | { readonly file: string } | undefined;
  /** File with values of secrets. */
  readonly secrets: string | undefined;
}

/** Reads how nodes are reached. A line of `known_hosts` has a space, and the name of a file in a workflow has none. */
export function readNodeInputs(): NodeInputs {
  const known = getInput('known-hosts');
  return {
    knownHosts: known === '' ? undefined : /\s/.test(known) ? { text: known } : { file: known },
    secrets: getInput('secrets') || undefined,
  };
}
