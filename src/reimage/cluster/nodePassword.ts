import { askApi } from './api/callApi.ts';
import { passwordSecretName } from './k3s.ts';
import type { ClusterTools, OnWaiting } from './tools.ts';

/** The garbage collector of Kubernetes needs a moment for what a Node owns. */
const patience = { milliseconds: 15_000, every: 3_000 };

/**
 * Sees that the password of a node that was deleted is gone, and deletes it where it stays: K3s refuses a node that is installed anew
 * while it is there (k3s#10408).
 */
export async function forgetPassword(
  tools: ClusterTools,
  node: string,
  onWaiting?: OnWaiting,
): Promise<'gone' | 'deleted'> {
  const secret = ['secret', passwordSecretName(node), '--namespace=kube-system', '--ignore-not-found'];
  const task = `the password of ${node} cannot be looked at`;
  const end = tools.now() + patience.milliseconds;
  for (;;) {
    const found = (await askApi(tools, task, ['get', ...secret, '--output=name'])) ?? '';
    if (found.trim() === '') return 'gone';
    if (tools.now() >= end) break;
    onWaiting?.('its password is still there');
    await tools.wait(patience.every, tools.signal);
  }
  await askApi(tools, `the password of ${node} cannot be deleted`, ['delete', ...secret]);
  return 'deleted';
}
