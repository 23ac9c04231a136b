import { ConnectionLost } from '../../../ports/remoteShell.ts';
import { Failure } from '../../../shared/failure.ts';
import type { PlannedNode } from '../../plan/plan.ts';
import type { SiteAccess } from '../access.ts';
import type { StepContext } from '../site.ts';
import { refuseUnsafe } from './safety.ts';

/**
 * Has the cluster forget a node. K3s on it is stopped first, where it can be: a server that left etcd joins again by itself as soon as its K3s
 * starts anew, and a Node that was deleted comes back. Of one that is removed it has to be, as long as that answers.
 */
export async function deleteNode(access: SiteAccess, node: PlannedNode, context: StepContext): Promise<void> {
  const { signal, tell, confirm } = context;
  await refuseUnsafe(access, node, context);
  if (node.alive) {
    await confirm();
    try {
      await access.stopK3s(node, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Failure || error instanceof ConnectionLost)) throw error;
      if (node.removal !== undefined && (await access.machine(node, signal)).answers) throw error;
      tell(`K3s on it could not be stopped: ${error.message}`);
    }
  }
  await access.cluster.deleteNode(node, context);
}
