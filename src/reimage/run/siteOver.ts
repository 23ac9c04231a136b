import type { PlannedNode } from '../plan/plan.ts';
import type { Step } from '../steps/step.ts';
import type { SiteAccess } from './access.ts';
import type { ReimageSite, StepContext } from './site.ts';
import { arm } from './steps/arm.ts';
import { deleteNode } from './steps/deleteNode.ts';
import { firstBoot, install, ready } from './steps/install.ts';
import { netboot } from './steps/netboot.ts';
import { prove } from './steps/prove.ts';
import { refuseUnsafe } from './steps/safety.ts';
import { verify } from './steps/verify.ts';

/** The site that some access reaches: each step looks first at what is done already. */
export function siteOver(access: SiteAccess): ReimageSite {
  return {
    doStep: (step, node, context) => does[step](access, node, context),
    disarm: (node, signal) => access.gate.disarm(node, signal),
    uncordon: (node, signal) => access.cluster.uncordon(node, signal),
  };
}

const does: Readonly<
  Record<Step, (access: SiteAccess, node: PlannedNode, context: StepContext) => Promise<void>>
> = {
  prove,
  cordon: ({ cluster }, node, context) => cluster.cordon(node, context),
  drain: ({ cluster }, node, context) => cluster.drain(node, context.plan.drain, context),
  removeMember: async (access, node, context) => {
    await refuseUnsafe(access, node, context);
    await access.cluster.removeMember(node, context);
  },
  deleteNode,
  arm,
  netboot,
  install,
  firstBoot,
  ready,
  verify,
  uncordon: ({ cluster }, node, { signal }) => cluster.uncordon(node, signal),
};
