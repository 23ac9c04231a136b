import { seeMachines } from '../../reimage/machine/seeMachines.ts';
import type { ClusterView } from '../../reimage/plan/facts.ts';
import { type GoneNode, goneNode, namedNodes } from '../../reimage/plan/gone.ts';
import type { LeavingNode } from '../../reimage/plan/leaving.ts';
import type { ReimagePlan } from '../../reimage/plan/plan.ts';
import { planRemoval } from '../../reimage/plan/planRemoval.ts';
import { sameHost } from '../../reimage/plan/sameHost.ts';
import type { Manifest } from '../../release/manifest.ts';
import { Failure } from '../../shared/failure.ts';
import { nearest } from '../../shared/nearest.ts';
import type { DeployedRelease } from '../arm/deployed.ts';
import { earlierRelease } from './earlierRelease.ts';
import { loginOf, openNode } from './openNode.ts';
import type { OpenReimage } from './openSite.ts';
import type { ReimageOptions } from './options.ts';
import { removedNode } from './reach.ts';
import { atATime, readLocal } from './readFacts.ts';
import { inventoryNode } from './siteRun.ts';

/** Sees the nodes that are to leave the cluster for good, and plans it. A Failure where a name is none of the cluster's nodes. */
export async function plannedRemoval(
  open: OpenReimage,
  release: DeployedRelease,
  names: readonly string[],
  { replaceDead, agentsAtATime, deleteEmptyDirData, force, drainSeconds }: ReimageOptions,
): Promise<ReimagePlan> {
  const { site, servers, tools } = open;
  const cluster = await servers.read(undefined, tools.signal);
  if (cluster === undefined)
    throw new Failure('world', 'no server of the cluster answers: what it has cannot be seen', {
      next: 'see that one runs, and answers over SSH',
    });
  const earlier = await earlierRelease(open);
  const manifests = [release.manifest, ...(earlier === undefined ? [] : [earlier])];
  const leaving = leavingNodes(open, cluster, names, manifests);
  const machines = await seeMachines(
    (node, until) => openNode(site, node, loginOf(node), until),
    leaving.map(({ hostname, removal }) => inventoryNode(site, hostname) ?? removedNode(hostname, removal)),
    atATime,
    tools.signal === undefined ? {} : { signal: tools.signal },
  );
  const localData = await readLocal(
    servers,
    leaving.map(({ kubernetes }) => kubernetes.name),
    tools.signal,
  );
  return planRemoval({
    site: site.inventory.site,
    facts: { release: release.id, cluster, machines, power: new Map(), ...localData },
    leaving,
    request: {
      replaceDead,
      agentsAtATime,
      drain: { deleteEmptyDirData, force, timeoutSeconds: drainSeconds },
    },
  });
}

function leavingNodes(
  { site }: OpenReimage,
  cluster: ClusterView,
  names: readonly string[],
  manifests: readonly Manifest[],
): LeavingNode[] {
  const { domain } = site.inventory.site;
  const there = cluster.nodes.map((kubernetes) => {
    const node = site.inventory.site.nodes.find(({ hostname }) => sameHost(hostname, kubernetes.name));
    const gone = goneNode({ domain }, kubernetes);
    return node === undefined ? gone : { ...gone, name: node.name, hostname: node.hostname, file: node.file };
  });
  const wrong: string[] = [];
  const chosen = new Set<(typeof there)[number]>();
  for (const name of names) {
    const [found, another] = namedNodes(there, name);
    if (found === undefined) wrong.push(unknownNode(name, there));
    else if (another === undefined) chosen.add(found);
    else
      wrong.push(
        `${JSON.stringify(name)} may be ${found.kubernetes.name} or ${another.kubernetes.name}: say which`,
      );
  }
  if (wrong.length > 0) throw new Failure('usage', wrong.join('\n'));
  return [...chosen].map((node) => ({ ...node, removal: whereabouts(node, manifests) }));
}

function unknownNode(name: string, there: readonly GoneNode[]): string {
  const names = there.map((node) => node.name);
  const near = nearest(name, names);
  const hint = near === undefined ? `nodes there: ${names.slice(0, 20).join(', ')}` : `did you mean ${near}?`;
  return `the cluster has no node ${JSON.stringify(name)}: ${hint}`;
}

/** Where a node is: by a release that has it, else by its own word. */
function whereabouts(
  { hostname, kubernetes }: GoneNode,
  manifests: readonly Manifest[],
): LeavingNode['removal'] {
  const record = manifests.flatMap(({ nodes }) => nodes).find((node) => sameHost(node.hostname, hostname));
  const written = record?.address === 'dhcp' ? undefined : record?.address;
  const address = written ?? kubernetes.addresses?.[0];
  return { ...(address === undefined ? {} : { address }), macs: record?.macs ?? [] };
}
