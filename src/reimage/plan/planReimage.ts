import type { Node } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';
import { etcdDoubts } from './etcdDoubts.ts';
import type { ClusterView, SiteFacts } from './facts.ts';
import { namesakeRefusals } from './namesakes.ts';
import { orphanWords } from './orphans.ts';
import { outRefusals } from './outRefusals.ts';
import type { PlannedNode, Refusal, ReimagePlan } from './plan.ts';
import { type NodeDraft, planNode } from './planNode.ts';
import { forecastQuorum, whyNotLeave } from './quorum.ts';
import type { ReleasedNode } from './released.ts';
import type { ReimageRequest } from './request.ts';
import { sameHost } from './sameHost.ts';
import { isServing } from './serving.ts';

/** What a plan is made from. */
export interface ReimageInput {
  readonly site: Site;
  /** What the release that the router serves has for each node, by host name. */
  readonly released: ReadonlyMap<string, ReleasedNode>;
  readonly facts: SiteFacts;
  readonly request: ReimageRequest;
}

/** Plans a reimage: which nodes, in what order, at what price, and everything that speaks against it at once. */
export function planReimage({ site, released, facts, request }: ReimageInput): ReimagePlan {
  const drafts: NodeDraft[] = [];
  const refusals: Refusal[] = [];
  for (const node of ordered(
    site.nodes.filter(({ hostname }) => request.nodes.has(hostname)),
    facts,
  )) {
    const record = released.get(node.hostname);
    if (record !== undefined) drafts.push(planNode(node, record, facts, request));
    else
      refusals.push({
        node: node.hostname,
        message: 'the release that the router serves does not have it',
        next: 'pilotlight deploy brings it there',
      });
  }
  const planned = drafts.map((draft) => draft.planned);
  const members = facts.cluster?.members;
  const leaving = planned.flatMap(({ member }) => member ?? []);
  return {
    schemaVersion: 1,
    site: site.name,
    release: facts.release,
    nodes: planned,
    ...(members === undefined || request.bootstrap ? {} : { quorum: forecastQuorum(members, leaving) }),
    agentsAtATime: request.agentsAtATime,
    drain: request.drain,
    refusals: [
      ...refusals,
      ...drafts.flatMap((draft) => draft.refusals),
      ...bootstrapRefusals(site, planned, facts, request),
      ...(request.bootstrap ? [] : namesakeRefusals(planned, facts.cluster)),
      ...(request.bootstrap ? [] : outRefusals(site, planned, facts.cluster)),
      ...(request.bootstrap ? [] : quorumRefusals(planned, facts)),
    ],
    warnings: [
      ...drafts.flatMap((draft) => draft.warnings),
      ...etcdWarnings(planned, facts),
      ...(facts.cluster === undefined || request.bootstrap ? [] : orphanWords(facts.cluster)),
    ],
  };
}

/**
 * Servers first, as with an upgrade of Kubernetes, and of those the ones that are out of the cluster: no other may leave before they are back.
 * The rest in the order of the inventory.
 */
function ordered(nodes: readonly Node[], { cluster }: SiteFacts): Node[] {
  const rank = ({ role, hostname }: Node): number => {
    if (role !== 'server') return 2;
    return cluster === undefined || isServing(cluster, hostname) ? 1 : 0;
  };
  return [0, 1, 2].flatMap((wanted) => nodes.filter((node) => rank(node) === wanted));
}

function bootstrapRefusals(
  site: Site,
  planned: readonly PlannedNode[],
  { cluster }: SiteFacts,
  { bootstrap }: ReimageRequest,
): Refusal[] {
  if (!bootstrap) return [];
  const refusals: Refusal[] = [];
  const first = site.cluster?.firstServer;
  // A cluster of this one server alone is what is given up.
  if (cluster !== undefined && !isOnlyOn(cluster, first))
    refusals.push({
      message: `a cluster answers at ${cluster.toldBy}: a second one is never founded beside it`,
      next: 'leave out --bootstrap: the node then joins it',
    });
  if (planned.length !== 1 || planned[0]?.hostname !== first)
    refusals.push({
      message: 'a new cluster is founded on its first server, and on no other node at the same time',
      next: first === undefined ? 'the inventory has no cluster' : `name ${first} alone`,
    });
  return refusals;
}

/** Whether a cluster has no other server than one. */
function isOnlyOn({ nodes, toldBy }: ClusterView, hostname: string | undefined): boolean {
  if (hostname === undefined || !sameHost(toldBy, hostname)) return false;
  return nodes.every(({ server, name }) => !server || sameHost(name, hostname));
}

/** A first look only: each server is looked at again, live, before it leaves. */
function quorumRefusals(planned: readonly PlannedNode[], { cluster }: SiteFacts): Refusal[] {
  const members = cluster?.members;
  if (members === undefined) return [];
  return planned.flatMap(({ hostname, member }): Refusal[] => {
    const why = member === undefined ? undefined : whyNotLeave(members, member);
    if (why === undefined) return [];
    return [{ node: hostname, message: why, next: 'bring the other servers back first' }];
  });
}

function etcdWarnings(planned: readonly PlannedNode[], { cluster }: SiteFacts): string[] {
  if (cluster === undefined || planned.every(({ role }) => role !== 'server')) return [];
  return etcdDoubts(cluster);
}
