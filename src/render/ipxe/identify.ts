import type { Node } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';
import type { Outcome } from '../../shared/finding.ts';
import { armedPath } from '../../shared/storageLayout.ts';
import type { Locate } from '../locate.ts';
import { madeFrom } from './install.ts';
import { exitStatus, localBootLines } from './localBoot.ts';
import { scriptText } from './script.ts';
import { checkWords, value } from './word.ts';

/**
 * The script of a known machine: it asks the gate (in static mode: for the file that arms it), under the node's first MAC whichever link booted, and boots its own
 * disk unless the gate's answer boots something else. `pilotlight-exit` tells boot.ipxe that the machine is known, and
 * with what status iPXE has to end.
 *
 * @param path the node's path in the model: `/nodes/0`
 */
export function renderIdentify(
  site: Site,
  node: Node,
  path: string,
  locate: Locate,
): Outcome<string | undefined> {
  const [mac = ''] = node.macs;
  const gate = value(permission(site, hexhyp(mac)), '/router/url');
  const findings = checkWords([gate, value(node.hostname, `${path}/hostname`)], locate);
  if (findings.length > 0) return { value: undefined, findings };
  const text = scriptText(
    [
      `${node.hostname} of site ${site.name}: ${asks[site.router.gate]}, else boots its own disk.`,
      madeFrom(site, node),
    ],
    [
      `set pilotlight-exit ${exitStatus(node.localBoot)}`,
      `chain ${gate.text} || goto local`,
      ':local',
      `echo Pilotlight: ${node.hostname} boots its own disk`,
      ...localBootLines[node.localBoot],
    ],
  );
  return { value: text, findings: [] };
}

const asks = { cgi: 'asks the gate', static: 'looks whether it is armed' } as const;

/** Where a machine finds whether it may be installed. */
function permission(site: Site, mac: string): string {
  return site.router.gate === 'cgi' ? `${gateAddress(site)}/${mac}` : `${site.router.url}/${armedPath(mac)}`;
}

/** Where the router answers booting machines. */
export function gateAddress(site: Site): string {
  return `${site.router.url}/cgi-bin/gate`;
}

/** A MAC as iPXE's type `hexhyp` writes it: `52-54-00-12-34-56`. */
export function hexhyp(mac: string): string {
  return mac.toLowerCase().replaceAll(':', '-');
}
