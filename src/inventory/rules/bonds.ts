import type { Finding } from '../../shared/finding.ts';
import { normaliseMac } from '../resolve/mac.ts';
import { pick } from '../resolve/pick.ts';
import { layersOf } from '../resolve/site.ts';
import { items, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { once, report } from './report.ts';

/** The interfaces of a bond are interfaces of the node, each one once. */
export function* bonds({ resolved }: RuleContext): Generator<Finding> {
  const first = once();
  for (const each of resolved.nodes) {
    if (each.node.network.bond === undefined) continue;
    const written = pick(layersOf(each), ['bond', 'macs']);
    if (written === undefined) continue;
    const own = new Set(each.node.macs);
    const seen = new Set<string>();
    for (const member of items(written)) {
      const mac = normaliseMac(text(member) ?? '');
      if (mac === undefined) continue;
      const problem = problemOf(mac, own, seen);
      seen.add(mac);
      if (problem !== undefined && first(member)) yield wrongMember(member, mac, problem, each.node.name);
    }
  }
}

function problemOf(
  mac: string,
  own: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): 'foreign' | 'twice' | undefined {
  if (seen.has(mac)) return 'twice';
  return own.has(mac) ? undefined : 'foreign';
}

function wrongMember(member: Written, mac: string, problem: 'foreign' | 'twice', node: string): Finding {
  return problem === 'twice'
    ? report('PL1284', member, `MAC ${mac} is in the bond twice`, { hint: 'remove one of them' })
    : report('PL1284', member, `MAC ${mac} is in the bond of ${node}, but not among its macs`, {
        hint: `add it to macs of ${node}; without bond.macs, all MACs of the node are in the bond`,
      });
}
