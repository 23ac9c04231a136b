import type { Node } from '../../inventory/model/node.ts';
import type { Manifest, Site } from '../../inventory/model/site.ts';
import { type Finding, finding } from '../../shared/finding.ts';
import { distinctFindings } from '../distinctFindings.ts';
import type { Locate } from '../locate.ts';
import { longhornFindings } from '../manifests/longhornFindings.ts';
import { isKeyfileKey } from './keyfile.ts';
import { isTimeServer, isTimezone } from './time.ts';

/**
 * Manifests that K3s itself writes at every start, by the names of the objects that it makes for them: what stands before the first
 * full stop. Source: the folder manifests/ of k3s-io/k3s.
 */
const packagedManifests = ['ccm', 'coredns', 'local-storage', 'rolebindings', 'runtimes', 'traefik'];

/** What of the inventory the base cannot write to a node's files. It leaves these values out. */
export function baseFindings(site: Site, locate: Locate): Finding[] {
  const nodes = site.nodes.flatMap((node, index) => nodeFindings(node, `/nodes/${index}`, locate));
  const manifests = site.manifests.flatMap(manifestFindings);
  return distinctFindings([...nodes, ...manifests, ...longhornFindings(site, locate)]);
}

function nodeFindings({ network, timezone }: Node, path: string, locate: Locate): Finding[] {
  const findings: Finding[] = [];
  for (const [index, server] of network.ntp.entries()) {
    if (isTimeServer(server)) continue;
    const place = locate(`${path}/network/ntp/${index}`);
    findings.push(
      finding('PL2504', place, `${JSON.stringify(server)} is no name or address of a time server`),
    );
  }
  for (const key of Object.keys(network.bond?.options ?? {})) {
    if (isKeyfileKey(key)) continue;
    const place = locate(`${path}/network/bond/options`);
    findings.push(finding('PL2504', place, `${JSON.stringify(key)} is no option of a bond`));
  }
  if (timezone !== undefined && !isTimezone(timezone)) {
    const hint = 'time zones look like Europe/Zurich';
    findings.push(
      finding('PL2504', locate(`${path}/timezone`), `${JSON.stringify(timezone)} is no time zone`, { hint }),
    );
  }
  return findings;
}

function manifestFindings({ file, name }: Manifest): Finding[] {
  if (!packagedManifests.includes(name.split('.', 1)[0] ?? '')) return [];
  const hint = `call it site-${name}, say`;
  return [finding('PL2505', { file, line: 1, column: 1 }, `K3s has a manifest ${name} of its own`, { hint })];
}
