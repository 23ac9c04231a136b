import { Failure } from '../../shared/failure.ts';
import { whyNotLeave } from '../plan/quorum.ts';
import { askApiOnce } from './api/callApi.ts';
import { type NodeObject, readNode } from './api/readNodes.ts';
import { forgetPassword } from './nodePassword.ts';
import { readCluster } from './readCluster.ts';
import { refuseItself } from './refuseItself.ts';
import type { ClusterTools, OnWaiting } from './tools.ts';
import { type Look, until } from './until.ts';

/** What the cluster forgot. */
export interface Forgotten {
  /** `absent`: it had no such Node. */
  readonly node: 'deleted' | 'absent';
  /** `gone`: with the Node, as it should be. `deleted`: it stayed, and was deleted by us. */
  readonly password: 'gone' | 'deleted';
}

/**
 * Deletes a Node, waits until its finalizers have let it go, and sees that its password went with it: a node that is installed anew has
 * another one, and could not join. Never by force: that skips the finalizers. May be said again. Refused where etcd still counts the node, and
 * cannot spare it: K3s would take it out of etcd, too.
 */
export async function deleteNode(
  tools: ClusterTools,
  node: string,
  seconds: number,
  onWaiting?: OnWaiting,
): Promise<Forgotten> {
  refuseItself(tools, node);
  const seen = new Set<string>();
  const limit = { seconds, every: 2 };
  await until(
    tools,
    limit,
    () => lookAndDelete(tools, node, seen),
    late(tools, node, seconds, seen),
    onWaiting,
  );
  return {
    node: seen.size === 0 ? 'absent' : 'deleted',
    password: await forgetPassword(tools, node, onWaiting),
  };
}

/** Every Node of the name is deleted once: K3s registers the machine anew when it starts in between. */
async function lookAndDelete(tools: ClusterTools, name: string, seen: Set<string>): Promise<Look<undefined>> {
  const node = await readNode(tools, name);
  if (node === undefined) return { done: undefined };
  if (!node.deleting) {
    await refuseMember(tools, name);
    await askApiOnce(tools, `${name} cannot be deleted`, ['delete', 'node', name, '--wait=false']);
  }
  seen.add(node.uid);
  return { missing: missingOf(node) };
}

function missingOf({ deleting, finalizers }: NodeObject): string {
  if (!deleting || finalizers.length === 0) return 'it was deleted, and is still there';
  return `${finalizers.join(' and ')} ${finalizers.length === 1 ? 'holds' : 'hold'} it`;
}

async function refuseMember(tools: ClusterTools, node: string): Promise<void> {
  const { members = [] } = await readCluster(tools);
  const member = members.find((each) => each.node === node);
  const why = member === undefined ? undefined : whyNotLeave(members, member.id);
  if (why === undefined) return;
  throw new Failure('refused', `${node} was not deleted: etcd still counts it, and ${why}`, {
    next: 'Bring the other servers back first.',
  });
}

function late(tools: ClusterTools, name: string, seconds: number, seen: ReadonlySet<string>) {
  return async (missing: string): Promise<Failure> => {
    const finalizers = (await readNode(tools, name).catch(() => undefined))?.finalizers ?? [];
    const again =
      seen.size > 1 ? `; it registered itself anew ${seen.size - 1} times: K3s still runs on it` : '';
    return new Failure('world', `${name} is still in the cluster after ${seconds} s: ${missing}${again}`, {
      next: nextOf(name, finalizers, seen.size > 1),
    });
  };
}

function nextOf(node: string, finalizers: readonly string[], returns: boolean): string {
  if (returns)
    return 'Stop K3s on it, or power it off; it stays deleted as soon as the last one of its name is.';
  if (finalizers.some((name) => name.startsWith('wrangler.cattle.io/')))
    return `K3s itself lets go of it, once etcd is without it: see journalctl -u k3s on the servers, and restart K3s on one where it says nothing of ${node}.`;
  if (finalizers.length > 0)
    return `Who set ${finalizers.join(' and ')} has to let go of it: see whether that still runs. If it is gone for good, take the finalizer out: kubectl edit node ${node}.`;
  return `See what is said of it: kubectl describe node ${node}.`;
}
