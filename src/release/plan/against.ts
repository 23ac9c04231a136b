import { compareText } from '../../shared/finding.ts';
import type { Manifest, NodeRecord } from '../manifest.ts';
import type { ReadText } from '../read.ts';
import { withDetails } from './details.ts';
import { k3sChange } from './k3sChange.ts';
import { nodePlan, renamedNode } from './nodes.ts';
import { type NodeChange, type NodePlan, nodeChanges, type Reason, type ReleasePlan } from './plan.ts';
import { siteReasons } from './site.ts';

/** A release to compare: its manifest, and its texts for those nodes that changed. */
export interface PlannedRelease {
  readonly manifest: Manifest;
  readonly read: ReadText;
}

export interface PlanOptions {
  /**
   * How many changed nodes get their texts read and compared, in order of host name (default 500). The others are
   * planned from the manifests alone, so that ten thousand changed nodes cost neither minutes nor memory.
   */
  readonly detailed?: number;
  /** Tells files on the node that are no reason to install it again (by default the generation file): they are never named as one. */
  readonly follows?: (path: string) => boolean;
}

/** Compares the next release with the one that is there now, node by node. Without a previous one, every node is added. */
export async function planAgainst(
  previous: PlannedRelease | undefined,
  next: PlannedRelease,
  { detailed = 500, follows = (path) => path === '/etc/pilotlight/generation.json' }: PlanOptions = {},
): Promise<ReleasePlan> {
  const pairs = pairNodes(previous?.manifest.nodes ?? [], next.manifest.nodes);
  const k3s = previous === undefined ? undefined : k3sChange(previous.manifest, next.manifest);
  const scripts = scriptComparison(previous?.manifest, next.manifest);
  const follower = (text: string) => follows(/^file (.*?)(?:: .*| added| removed)$/.exec(text)?.[1] ?? '');
  const nodes: NodePlan[] = [];
  let left = detailed;
  for (const { before, after, renamed } of pairs) {
    const rough =
      renamed && before !== undefined && after !== undefined
        ? renamedNode(before, after)
        : nodePlan(before, after, k3s);
    if (rough === undefined) continue;
    const plan = { ...rough, reasons: [...rough.reasons, ...scripts(before, after)] };
    if (previous === undefined || !wantsDetails(plan) || left <= 0 || !before || !after) {
      nodes.push(plan);
      continue;
    }
    left -= 1;
    const sides = [
      { node: before, read: previous.read },
      { node: after, read: next.read },
    ] as const;
    nodes.push(await withDetails(plan, ...sides, follower));
  }
  return {
    schemaVersion: 1,
    ...(previous === undefined ? {} : { from: previous.manifest.release.id }),
    to: next.manifest.release.id,
    nodes,
    site: previous === undefined ? [] : siteReasons(previous.manifest, next.manifest),
    ...(k3s === undefined ? {} : { k3s }),
    counts: countChanges(nodes),
  };
}

interface NodePair {
  readonly before?: NodeRecord;
  readonly after?: NodeRecord;
  /** Whether `after` is the machine of `before` under a new name. */
  readonly renamed: boolean;
}

/** Nodes of both releases by host name; a new name whose MACs belonged to a name that is gone is paired with it. */
function pairNodes(before: readonly NodeRecord[], after: readonly NodeRecord[]): NodePair[] {
  const old = new Map(before.map((node) => [node.hostname, node]));
  const now = new Map(after.map((node) => [node.hostname, node]));
  const goneByMac = new Map(
    before
      .filter(({ hostname }) => !now.has(hostname))
      .flatMap((node) => node.macs.map((mac) => [mac, node])),
  );
  const names = [...new Set([...old.keys(), ...now.keys()])].sort(compareText);
  return names.map((name) => {
    const earlier = old.get(name);
    const later = now.get(name);
    if (later === undefined) return { ...(earlier === undefined ? {} : { before: earlier }), renamed: false };
    if (earlier !== undefined) return { before: earlier, after: later, renamed: false };
    const gone = later.macs.map((mac) => goneByMac.get(mac)).find((node) => node !== undefined);
    return gone === undefined
      ? { after: later, renamed: false }
      : { before: gone, after: later, renamed: true };
  });
}

function wantsDetails({ before, after }: NodePlan): boolean {
  return before !== undefined && after !== undefined && before !== after;
}

/** Answers what changed in a node's own boot scripts, which a machine reads at its next boot without a reimage. */
function scriptComparison(previous: Manifest | undefined, next: Manifest) {
  const old = digests(previous);
  const now = digests(next);
  return (before: NodeRecord | undefined, after: NodeRecord | undefined): Reason[] => {
    if (before === undefined || after === undefined || before.hostname !== after.hostname) return [];
    return after.scripts
      .filter((path) => old.has(path) && old.get(path) !== now.get(path))
      .map((path) => ({
        about: 'bootScript',
        text: `boot script ${path} changed (takes effect without a reimage)`,
      }));
  };
}

function digests(manifest: Manifest | undefined): ReadonlyMap<string, string> {
  return new Map((manifest?.files ?? []).map(({ path, sha256 }) => [path, sha256]));
}

function countChanges(nodes: readonly NodePlan[]): Record<NodeChange, number> {
  const counts = Object.fromEntries(nodeChanges.map((change) => [change, 0])) as Record<NodeChange, number>;
  for (const { change } of nodes) counts[change] += 1;
  return counts;
}
