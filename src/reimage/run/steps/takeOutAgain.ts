import type { PlannedNode } from '../../plan/plan.ts';
import { sameHost } from '../../plan/sameHost.ts';
import type { SiteAccess } from '../access.ts';
import type { StepContext } from '../site.ts';
import { deleteNode } from './deleteNode.ts';
import { refuseUnsafe } from './safety.ts';

/**
 * Takes a node out of its cluster that came back to it: one that started its old system anew, because it was not armed any more, joins again
 * by itself. With its old Node there, it could not join as what it will be.
 */
export async function takeOutAgain(
  access: SiteAccess,
  node: PlannedNode,
  context: StepContext,
): Promise<void> {
  if (node.role === 'none' || node.variant === 'bootstrap') return;
  const isIt = (name: string | undefined): boolean => name !== undefined && sameHost(name, node.hostname);
  const view = await access.cluster.read(node, context.signal);
  const isMember = view?.members?.some((member) => isIt(member.node)) === true;
  const isNode = view?.nodes.some(({ name }) => isIt(name)) === true;
  if (!isMember && !isNode) return;
  context.tell('it joined its cluster again; it is taken out once more');
  await refuseUnsafe(access, node, context);
  if (isNode) {
    await access.cluster.cordon(node, context);
    await access.cluster.drain(node, context.plan.drain, context);
  }
  if (isMember) await access.cluster.removeMember(node, context);
  await deleteNode(access, node, context);
}
