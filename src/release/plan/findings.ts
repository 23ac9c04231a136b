import { type Finding, finding, type Place } from '../../shared/finding.ts';
import { k3sSkew } from './k3sSkew.ts';
import type { NodePlan, ReleasePlan } from './plan.ts';

/**
 * The warnings that a plan deserves, so that a pull request shows them on the changed lines.
 *
 * @param placeOf where the inventory describes the node's disk or MACs
 */
export function planFindings(
  plan: ReleasePlan,
  placeOf: (node: NodePlan, what: 'installDisk' | 'macs') => Place,
): Finding[] {
  return plan.nodes.flatMap((node) => [
    ...node.risks.map((risk) =>
      finding('PL4020', placeOf(node, 'installDisk'), `${node.name}: ${risk}`, {
        hint: 'keep it, copy the data away first, or carry on if the loss is meant',
      }),
    ),
    ...(node.newHardware
      ? [
          finding('PL4021', placeOf(node, 'macs'), `${node.name} is another machine than before`, {
            hint: hardwareHint(node),
          }),
        ]
      : []),
  ]);
}

/**
 * The warning that another version of K3s deserves, where Kubernetes does not support the way there.
 *
 * @param place where the inventory gives the version
 */
export function versionFindings({ k3s }: Pick<ReleasePlan, 'k3s'>, place: () => Place): Finding[] {
  const skew = k3s === undefined ? undefined : k3sSkew(k3s);
  if (skew === undefined) return [];
  const code = skew.kind === 'skipped' ? 'PL4022' : 'PL4023';
  return [finding(code, place(), skew.message, { hint: skew.next })];
}

function hardwareHint({ reasons }: NodePlan): string {
  return reasons
    .filter(({ about, text }) => about === 'mac' || text.startsWith('install disk'))
    .map(({ text }) => text)
    .join('; ');
}
