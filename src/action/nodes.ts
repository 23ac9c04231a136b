import { readFileSync } from 'node:fs';
import type { NodeOptions } from '../app/reimage/options.ts';
import { explainSystemError, Failure } from '../shared/failure.ts';
import type { NodeInputs } from './nodeInputs.ts';

/** What the app needs of the inputs to reach nodes. No file of SSH, and no kubeconfig, is read but the one that was named. */
export function nodeOptions({
  knownHosts,
  secrets,
  kubeconfig: file,
  kubeContext: context,
  jumpRouter,
}: NodeInputs): Pick<NodeOptions, 'secrets' | 'knownHosts' | 'kubeconfig' | 'jumpRouter'> {
  return {
    secrets,
    knownHosts: knownHostsText(knownHosts),
    kubeconfig: file === undefined ? undefined : { file, ...(context === undefined ? {} : { context }) },
    jumpRouter,
  };
}

function knownHostsText(knownHosts: NodeInputs['knownHosts']): string {
  if (knownHosts === undefined) return '';
  if ('text' in knownHosts) return knownHosts.text;
  return readNamed('known-hosts', knownHosts.file);
}

/** The text of a file that an input names. */
export function readNamed(input: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failure('usage', `the file of \`${input}\` cannot be read: ${explainSystemError(error)}`, {
      next: `give \`${input}\` the path of a file that an earlier step wrote, or that is in the repository`,
    });
  }
}
