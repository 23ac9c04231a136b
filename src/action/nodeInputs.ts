import { getInput } from '@actions/core';
import type { Flag } from './flag.ts';

/** How nodes and their cluster are reached. */
export interface NodeInputs {
  /** Lines of `known_hosts`, or the name of a file with them; undefined for what the gate heard alone. */
  readonly knownHosts: { readonly text: string } | { readonly file: string } | undefined;
  /** File with values of secrets. */
  readonly secrets: string | undefined;
  /** File of a kubeconfig; undefined where a server is asked over SSH. */
  readonly kubeconfig: string | undefined;
  /** Its context; undefined for its current one. */
  readonly kubeContext: string | undefined;
  /** Whether nodes are reached through the router. */
  readonly jumpRouter: boolean;
}

/**
 * Reads how nodes are reached, and notes what is wrong with it. A line of `known_hosts` has a space, and the name of a file in a workflow has
 * none.
 */
export function readNodeInputs(flag: Flag, problems: string[]): NodeInputs {
  const known = getInput('known-hosts');
  const [kubeconfig, kubeContext] = [getInput('kubeconfig'), getInput('kube-context')];
  if (kubeconfig === '' && kubeContext !== '')
    problems.push('`kube-context` is a context of the file of `kubeconfig`, which has to be named, too');
  if (kubeconfig !== '' && flag('bootstrap'))
    problems.push('`bootstrap` asks the servers themselves whether a cluster answers, without `kubeconfig`');
  return {
    knownHosts: known === '' ? undefined : /\s/.test(known) ? { text: known } : { file: known },
    secrets: getInput('secrets') || undefined,
    kubeconfig: kubeconfig || undefined,
    kubeContext: kubeContext || undefined,
    jumpRouter: flag('jump-router'),
  };
}
