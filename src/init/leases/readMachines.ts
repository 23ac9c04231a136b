import type { Imported, ImportedNode, Note } from '../imported.ts';
import { nameFinder, nodeName } from '../inventory/nodeName.ts';
import { isIpv4, macOf } from '../values.ts';

/** A machine that a line tells of. */
export interface Heard {
  readonly mac: string;
  readonly address: string | undefined;
  readonly hostname: string | undefined;
}

/**
 * Machines of dnsmasq's lease file, or of /etc/ethers, line by line.
 *
 * @param leaseOf reads a line of a lease file; undefined where it is none
 */
export function readMachines(
  text: string,
  file: string,
  leaseOf: (line: string) => Heard | undefined,
): Imported {
  const notes: Note[] = [];
  const named = nameFinder([]);
  const byMac = new Map<string, ImportedNode>();
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/#.*$/, '').trim();
    const place = { file, line: index + 1 };
    if (line === '') continue;
    const heard = leaseOf(line) ?? etherOf(line);
    if (heard === undefined) {
      notes.push({
        ...place,
        message: /^duid\b|^\d+ \d+ .*:.*:.* /.test(line)
          ? 'a line of IPv6, which is left out'
          : 'the line cannot be read, and is left out',
      });
    } else if (byMac.has(heard.mac)) {
      notes.push({ ...place, message: `${heard.mac} stands here a second time, and is left out` });
    } else byMac.set(heard.mac, nodeOf(heard, place, named));
  }
  return { nodes: [...byMac.values()], site: {}, notes };
}

/** `98:fa:9b:1c:2d:01 192.168.26.11`, or a name in place of the address. */
function etherOf(line: string): Heard | undefined {
  const [first = '', second, ...rest] = line.split(/\s+/);
  const mac = macOf(first);
  if (mac === undefined || second === undefined || rest.length > 0) return undefined;
  return isIpv4(second)
    ? { mac, address: second, hostname: undefined }
    : { mac, address: undefined, hostname: second };
}

function nodeOf(
  { mac, address, hostname }: Heard,
  { file, line }: { file: string; line: number },
  named: (wanted: string) => string,
): ImportedNode {
  const fallback = `node-${mac.replaceAll(':', '').slice(-6)}`;
  return {
    name: named(nodeName(hostname ?? '') ?? fallback),
    macs: [mac],
    address: address !== undefined && isIpv4(address) ? address : undefined,
    role: undefined,
    remarks: [`From ${file}, line ${line}.`],
  };
}
