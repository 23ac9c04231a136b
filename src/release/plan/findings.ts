import { type Finding, finding, type Place } from '../../shared/finding.ts';
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

function hardwareHint({ reasons }: NodePlan): string {
  return reasons
    .filter(({ about, text }) => about === 'mac' || text.startsWith('install disk'))
    .map(({ text }) => text)
    .join('; ');
}
