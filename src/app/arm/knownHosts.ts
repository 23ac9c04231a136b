import type { Node } from '../../inventory/model/node.ts';
import type { World } from '../../ports/world.ts';
import type { KnownHost, KnownHostsReport } from '../../report/knownHostsReport.ts';
import { type GateView, readGate } from '../../router/gate/state.ts';
import { compareText } from '../../shared/finding.ts';
import { type GateRequest, onEachGate } from './eachGate.ts';
import { nodeHostKey } from './hostKeys.ts';
import { chooseNodes } from './nodes.ts';

/**
 * The SSH host keys of the nodes of each site, as far as its gate heard them; of all nodes where none is named. A Failure for names that
 * no node goes by. Nothing is written.
 */
export async function knownHosts(
  request: GateRequest & { readonly names: readonly string[] },
  world: World,
): Promise<KnownHostsReport[]> {
  const { names, selection } = request;
  const chosen = names.length === 0 ? undefined : await chooseNodes(selection, names, world);
  const wanted = chosen && new Set(chosen.flatMap(({ nodes }) => nodes.map(({ node }) => node.file)));
  return onEachGate(request, world, async ({ site, opened, gate }) => {
    const nodes = (opened.inventory?.site.nodes ?? []).filter(({ file }) => wanted?.has(file) !== false);
    if (nodes.length === 0) return { site, hosts: [] };
    const view = readGate(await gate.state());
    return { site, hosts: nodes.map((node) => hostOf(node, view)).sort(byName) };
  });
}

function hostOf(node: Node, view: GateView): KnownHost {
  const known = nodeHostKey(node, view);
  const { address: written } = node.network;
  const heard = known.kind === 'known' ? known.heard : undefined;
  const address = written.method === 'static' ? written.address : heard?.address;
  const names = [node.hostname, node.shortName, address].filter((name) => name !== undefined);
  return {
    name: node.name,
    hostname: node.hostname,
    names: [...new Set(names)],
    key: heard?.key ?? null,
    secondsAgo: heard === undefined ? null : Math.max(0, Math.round(view.uptime - heard.uptime)),
    changed: (known.kind === 'known' ? known.changed : undefined) ?? null,
    unknown: known.kind === 'unknown' ? known.why : null,
  };
}

function byName(one: KnownHost, other: KnownHost): number {
  return compareText(one.hostname, other.hostname);
}
