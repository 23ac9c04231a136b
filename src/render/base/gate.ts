import type { Node } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';
import { shAssignments } from '../../shared/shQuote.ts';
import type { ButaneFile } from '../butane/config.ts';
import { gateAddress, hexhyp } from '../ipxe/identify.ts';
import { inlineFile } from './file.ts';

/** Where a node tells how its first boot goes: its own address of the gate; empty where no program of the router would hear it. */
export function gateFile(site: Site, node: Node): ButaneFile {
  const { gate, target } = site.router;
  const [mac] = node.macs;
  const heard = gate === 'cgi' && target !== 'directory' && mac !== undefined;
  const PILOTLIGHT_GATE = heard ? `${gateAddress(site)}/${hexhyp(mac)}` : '';
  return inlineFile('/etc/pilotlight/gate.env', 0o644, shAssignments({ PILOTLIGHT_GATE }));
}
