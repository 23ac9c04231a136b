import { type Finding, finding } from '../../shared/finding.ts';
import { pick } from '../resolve/pick.ts';
import { layersOf, type ResolvedNode } from '../resolve/site.ts';
import { at, root, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { also, report, reportKey } from './report.ts';

/** Who runs K3s: an odd number of servers, exactly one of them the first, and agents only beside servers. */
export function* servers({ resolved, site, sound, folder }: RuleContext): Generator<Finding> {
  const k3s = at(site, 'k3s');
  const members = resolved.nodes.filter(({ node }) => node.role !== 'none');
  const [member] = members;
  yield* notServers(resolved.nodes);
  if (k3s.value === undefined && member !== undefined && sound.site)
    yield report(
      'PL1234',
      roleOf(member),
      `${count(members.length, 'node')} with a role in K3s, but site.yaml has no k3s`,
      {
        hint: 'add k3s: with its version to site.yaml, or give the nodes role: none',
      },
    );
  if (!sound.nodes) return;
  if (resolved.nodes.length === 0) {
    const place = site.document.locate([]);
    yield finding('PL1239', place, `there is no node in ${folder}/nodes`, {
      hint: `add one: ${folder}/nodes/<name>.yaml with macs, address, role and installDisk`,
    });
  } else if (member === undefined && k3s.value !== undefined)
    yield reportKey('PL1235', k3s, 'site.yaml has k3s, but no node has a role in it', {
      hint: 'give nodes role: server or role: agent, or remove k3s',
    });
  else yield* quorum(members, k3s);
}

function* quorum(members: readonly ResolvedNode[], k3s: Written): Generator<Finding> {
  const inCluster = members.filter(({ node }) => node.role === 'server');
  const [server] = inCluster;
  const [agent] = members;
  if (agent === undefined) return;
  if (server === undefined) {
    yield report('PL1233', roleOf(agent), `${count(members.length, 'agent')}, but no server to join`, {
      hint: 'give at least one node role: server',
    });
    return;
  }
  yield* firstServers(inCluster, k3s);
  if (inCluster.length % 2 === 0)
    yield reportKey(
      'PL1232',
      k3s,
      `${inCluster.length} servers: an even number survives no more failures than one server less`,
      {
        hint: `make it ${inCluster.length + 1} servers, or ${inCluster.length - 1} and an agent`,
      },
    );
}

function* firstServers(inCluster: readonly ResolvedNode[], k3s: Written): Generator<Finding> {
  const [first, ...others] = inCluster.filter(({ node }) => node.firstServer);
  if (first === undefined)
    yield reportKey('PL1230', k3s, `${count(inCluster.length, 'server')}, but none is the first server`, {
      hint: `add firstServer: true to ${inCluster[0]?.document.file}`,
    });
  for (const other of others)
    yield report(
      'PL1231',
      firstServerOf(other),
      `${other.node.name} is a second first server beside ${first?.node.name}`,
      {
        hint: 'one server bootstraps a cluster; two make two clusters',
        related: first === undefined ? [] : also(firstServerOf(first)),
      },
    );
}

function* notServers(nodes: readonly ResolvedNode[]): Generator<Finding> {
  for (const each of nodes)
    if (each.draft.firstServer === true && each.node.role !== 'server')
      yield report(
        'PL1236',
        firstServerOf(each),
        `${each.node.name} is the first server, but its role is ${each.node.role}`,
        {
          hint: 'give it role: server, or remove firstServer',
        },
      );
}

function roleOf(each: ResolvedNode): Written {
  return pick(layersOf(each), ['role']) ?? at(root(each.document), 'role');
}

function firstServerOf({ document }: ResolvedNode): Written {
  return at(root(document), 'firstServer');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
