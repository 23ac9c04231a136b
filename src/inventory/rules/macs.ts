import type { Finding } from '../../shared/finding.ts';
import { nodeName } from '../resolve/hostname.ts';
import { normaliseMac } from '../resolve/mac.ts';
import { at, items, root, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { also, report } from './report.ts';

/** A MAC belongs to one interface of one machine. Locally administered ones are fine: virtual machines have them. */
export function* macs({ nodes }: RuleContext): Generator<Finding> {
  const taken = new Map<string, Written>();
  for (const document of nodes)
    for (const written of items(at(root(document), 'macs'))) {
      const mac = normaliseMac(text(written) ?? '');
      if (mac === undefined) continue;
      const problem = unusable(mac);
      if (problem !== undefined)
        yield report('PL1211', written, `MAC ${mac} ${problem}`, {
          hint: "take the address that the machine's firmware or the router's DHCP leases show",
        });
      const other = taken.get(mac);
      if (other === undefined) taken.set(mac, written);
      else yield duplicate(mac, written, other);
    }
}

function duplicate(mac: string, written: Written, other: Written): Finding {
  const same = written.document === other.document;
  const owner = same ? 'in this list' : `${nodeName(other.document.file)}'s`;
  return report('PL1203', written, `MAC ${mac} is already ${owner}`, {
    hint: same ? 'remove one of them' : 'each interface has its own: a file was probably copied',
    related: also(other),
  });
}

function unusable(mac: string): string | undefined {
  if (mac === 'ff:ff:ff:ff:ff:ff') return 'is the broadcast address';
  if (mac === '00:00:00:00:00:00') return 'is no address: it is all zeros';
  // IEEE 802: the lowest bit of the first byte marks a group of stations.
  if ((Number.parseInt(mac.slice(0, 2), 16) & 1) === 1)
    return 'is a multicast address, not that of an interface';
  return undefined;
}
