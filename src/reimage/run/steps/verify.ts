import { shortDigest } from '../../../shared/digest.ts';
import { Failure } from '../../../shared/failure.ts';
import type { PlannedNode } from '../../plan/plan.ts';
import type { SiteAccess } from '../access.ts';
import type { StepContext } from '../site.ts';

const pollMilliseconds = 5000;

/** Waits until a node is what the plan says, by its own word and by the cluster's. When the time is up, it is told what is not so. */
export async function verify(access: SiteAccess, node: PlannedNode, context: StepContext): Promise<void> {
  const { signal, tell } = context;
  let faults: readonly string[] = [];
  for (;;) {
    const now = await faultsOf(access, node, context);
    if (now.length === 0) return;
    if (now.join() !== faults.join()) tell(now.join('; '));
    faults = now;
    try {
      await access.wait(pollMilliseconds, signal);
    } catch (error) {
      const reason: unknown = signal.reason;
      if (!(reason instanceof Failure)) throw error;
      throw new Failure('world', `${reason.message}: ${faults.join('; ')}`, {
        next: 'look at it (journalctl -u k3s on it); then pilotlight reimage --resume',
        cause: reason,
      });
    }
  }
}

async function faultsOf(
  access: SiteAccess,
  node: PlannedNode,
  { plan, signal }: StepContext,
): Promise<readonly string[]> {
  const { answers, problem, generation } = await access.machine(node, signal);
  if (!answers) return [`it does not answer over SSH: ${problem ?? 'no answer'}`];
  if (generation === undefined) return ['it has no generation file'];
  if (generation.digest !== node.wanted)
    return [
      `it runs generation ${shortDigest(generation.digest)}, and not ${shortDigest(node.wanted ?? '')}`,
    ];
  if (generation.release !== undefined && generation.release !== plan.release)
    return [`it was installed from release ${shortDigest(generation.release)}`];
  return node.role === 'none' ? [] : access.cluster.faults(node, signal);
}
