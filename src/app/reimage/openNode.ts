import type { Node } from '../../inventory/model/node.ts';
import type { RemoteShell } from '../../ports/remoteShell.ts';
import { readGate } from '../../router/gate/state.ts';
import { publicKeyLine } from '../../shared/hostKey.ts';
import { knownHostKeys } from '../../shared/knownHosts.ts';
import { nodeHostKey } from '../arm/hostKeys.ts';
import { keptHostKey } from '../arm/keptHostKey.ts';
import type { ReachedNode } from './reach.ts';
import type { SiteRun } from './siteRun.ts';

/**
 * A shell on a node. Its host key is the one that it keeps, by its secret; or the one that the gate heard last, asked for each time, since an
 * installation makes another one, or one that is known to whoever runs this: the gate forgets with the router's restart. The way there is through the router, or that to the router, where it has one. Throws as RemoteShells do.
 */
export async function openNode(
  run: SiteRun,
  node: ReachedNode,
  user: string,
  signal?: AbortSignal,
): Promise<RemoteShell> {
  const { world, jump } = run;
  const known = await keysOf(run, node, signal);
  return world.shells.open(
    {
      host: known.address ?? node.hostname,
      port: 22,
      user,
      hostKeys: known.keys,
      ...(jump === undefined ? {} : { jump }),
    },
    signal,
  );
}

/** Whom to log in as: the user that Fedora CoreOS has, or the first one of the inventory. */
export function loginOf({ users }: Pick<Node, 'users'>): string {
  return users.some(({ name }) => name === 'core') ? 'core' : (users[0]?.name ?? 'core');
}

/** The secret that says a node's host key. */
export function hostKeySecrets(nodes: readonly Node[]): string[] {
  return nodes.flatMap(({ sshHostKey }) => sshHostKey?.secret ?? []);
}

interface KnownNode {
  readonly keys: readonly string[];
  readonly address: string | undefined;
}

async function keysOf(
  { gate, reveal, isKnown, knownHosts }: SiteRun,
  node: ReachedNode,
  signal?: AbortSignal,
): Promise<KnownNode> {
  const { address: written } = node.network;
  const { sshHostKey } = node;
  const kept = sshHostKey !== undefined && isKnown(sshHostKey.secret) ? keptHostKey(node, reveal) : undefined;
  const isKept = kept !== undefined && !('problem' in kept);
  const fixed = written.method === 'static' ? written.address : undefined;
  if (isKept && fixed !== undefined) return { keys: [publicKeyLine(kept.publicBlob)], address: fixed };
  const view = readGate(await gate.use((open) => open.state(), signal));
  const heard = nodeHostKey(node, view);
  const told = heard.kind === 'known' ? heard.heard : undefined;
  const address =
    fixed ?? told?.address ?? view.events.findLast(({ mac }) => node.macs.includes(mac))?.address;
  if (isKept) return { keys: [publicKeyLine(kept.publicBlob)], address };
  const names = [node.hostname, node.shortName, ...(address === undefined ? [] : [address])];
  const keys = [...(told === undefined ? [] : [told.key]), ...knownHostKeys(knownHosts, names)];
  return { keys: [...new Set(keys)], address };
}
