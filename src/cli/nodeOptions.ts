import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { NodeOptions } from '../app/reimage/options.ts';
import { Failure } from '../shared/failure.ts';

/** Options of every command that asks nodes and their cluster. */
export interface NodeFlags {
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly jumpRouter?: boolean;
}

/** How nodes and their cluster are reached. */
export function addNodeOptions(command: Command): Command {
  return command
    .option(
      '--kubeconfig <file>',
      'ask the cluster with kubectl of this machine, in place of k3s kubectl over SSH on a server',
    )
    .option('--context <name>', 'the context of the kubeconfig; else its current one')
    .option('--jump-router', 'reach the nodes through the router, over SSH');
}

/** What the app needs of the flags. */
export function nodeOptions({
  kubeconfig,
  context,
  jumpRouter,
}: NodeFlags): Pick<NodeOptions, 'kubeconfig' | 'jumpRouter'> {
  if (kubeconfig === undefined && context !== undefined)
    throw new Failure(
      'usage',
      '--context is a context of a kubeconfig: name its file with --kubeconfig, too',
    );
  return {
    ...(jumpRouter === true ? { jumpRouter } : {}),
    ...(kubeconfig === undefined
      ? {}
      : { kubeconfig: { file: resolve(kubeconfig), ...(context === undefined ? {} : { context }) } }),
  };
}
