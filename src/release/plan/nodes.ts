import { canonicalJson } from '../../shared/digest.ts';
import type { NodeRecord } from '../manifest.ts';
import { diskRisks } from './disks.ts';
import type { K3sChange } from './k3sChange.ts';
import type { NodeChange, NodePlan, Reason } from './plan.ts';
import { isNewHardware, recordReasons } from './records.ts';

/** The plan of a node as far as the two manifests alone can tell: without what changed inside its configuration. */
export function nodePlan(
  before: NodeRecord | undefined,
  after: NodeRecord | undefined,
  k3s: K3sChange | undefined,
): NodePlan | undefined {
  if (after === undefined) return before === undefined ? undefined : removedNode(before);
  return before === undefined ? addedNode(after) : keptNode(before, after, k3s);
}

/** The plan of a node that has a new name: an addition that says what it was, with the risks of a reimage. */
export function renamedNode(before: NodeRecord, after: NodeRecord): NodePlan {
  return {
    ...describe(after),
    change: diskRisks(before.disks, after.disks).length > 0 ? 'dataAtRisk' : 'added',
    before: before.variants[0].digest,
    after: after.variants[0].digest,
    newHardware: isNewHardware(before, after),
    reasons: recordReasons(before, after),
    risks: diskRisks(before.disks, after.disks),
  };
}

/** A version of K3s is no part of a node's digest: it may be replaced in place, and a node says itself which one it runs. */
function keptNode(before: NodeRecord, after: NodeRecord, k3s: K3sChange | undefined): NodePlan {
  const [old] = before.variants;
  const [now] = after.variants;
  const newHardware = isNewHardware(before, after);
  const otherK3s = k3s?.how === 'reimage' && before.role !== 'none' && after.role !== 'none';
  const reinstall =
    old.digest !== now.digest ||
    otherK3s ||
    newHardware ||
    canonicalJson(before.disks) !== canonicalJson(after.disks);
  const risks = reinstall ? diskRisks(before.disks, after.disks) : [];
  const change: NodeChange = !reinstall ? 'unchanged' : risks.length > 0 ? 'dataAtRisk' : 'reimage';
  return {
    ...describe(after),
    change,
    before: old.digest,
    after: now.digest,
    newHardware,
    reasons: [
      ...recordReasons(before, after, !reinstall),
      ...(otherK3s ? [{ about: 'cluster' as const, text: `K3s: ${k3s.from} → ${k3s.to}` }] : []),
      ...otherVariantReasons(before, after),
    ],
    risks,
  };
}

/** A change of a variant that a reimage would not install: worth saying, no reason to install again. */
function otherVariantReasons(before: NodeRecord, after: NodeRecord): Reason[] {
  const digests = new Map(before.variants.slice(1).map(({ variant, digest }) => [variant, digest]));
  return after.variants
    .slice(1)
    .filter(({ variant, digest }) => digests.get(variant) !== digest)
    .map(({ variant }) => ({ about: 'variant', text: `what the variant ${variant} would install changed` }));
}

function addedNode(after: NodeRecord): NodePlan {
  return {
    ...describe(after),
    change: 'added',
    after: after.variants[0].digest,
    newHardware: false,
    reasons: [{ about: 'disk', text: `its installation will erase ${after.disks.install}` }],
    risks: [],
  };
}

function removedNode(before: NodeRecord): NodePlan {
  return {
    ...describe(before),
    change: 'removed',
    before: before.variants[0].digest,
    newHardware: false,
    reasons: [],
    risks: [],
  };
}

function describe({ hostname, name, role, address }: NodeRecord) {
  return { hostname, name, role, address };
}
