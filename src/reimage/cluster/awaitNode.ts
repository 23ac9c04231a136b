import { Failure } from '../../shared/failure.ts';
import { readCluster } from './readCluster.ts';
import type { ClusterTools, OnWaiting } from './tools.ts';
import { until } from './until.ts';
import { type ExpectedNode, verifyNode } from './verifyNode.ts';

/** Waits until a node is what it has to be in the cluster. Throws a Failure that says what it is not. */
export async function awaitNode(
  tools: ClusterTools,
  expected: ExpectedNode,
  seconds: number,
  onWaiting?: OnWaiting,
): Promise<void> {
  await until(
    tools,
    { seconds, every: 5 },
    async () => {
      const faults = verifyNode(await readCluster(tools), expected);
      return faults.length === 0 ? { done: undefined } : { missing: faults.join('; ') };
    },
    (missing) =>
      new Failure('world', `${expected.hostname} is not what it has to be after ${seconds} s: ${missing}`, {
        next: `Look at it: kubectl describe node ${expected.hostname}, and journalctl -u k3s on it. It stays as it is.`,
      }),
    onWaiting,
  );
}
