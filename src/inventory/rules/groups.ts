import type { Finding } from '../../shared/finding.ts';
import { resolveHostname } from '../resolve/hostname.ts';
import { at, items, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { suggester } from './nearest.ts';
import { also, report } from './report.ts';

/** Groups have names of their own, name nodes that exist, and take in at least one. */
export function* groups(context: RuleContext): Generator<Finding> {
  const { site, resolved, sound } = context;
  const written = items(at(site, 'groups'));
  const names = new Map<string, Written>();
  const unknown = unknownNodes(context);
  const used = new Set(resolved.nodes.flatMap(({ node }) => node.groups));
  for (const group of written) {
    const name = at(group, 'name');
    const other = names.get(text(name) ?? '');
    if (text(name) !== undefined && other !== undefined)
      yield report('PL1286', name, `there are two groups named ${text(name)}`, {
        hint: 'give one of them another name',
        related: also(other),
      });
    names.set(text(name) ?? '', name);
    const strangers = items(at(group, 'match', 'nodes')).flatMap(unknown);
    yield* strangers;
    if (strangers.length === 0 && sound.nodes && resolved.nodes.length > 0 && !used.has(text(name) ?? ''))
      yield report('PL1285', name, `group ${text(name)} takes in no node`, {
        hint: 'match compares role, labels and nodes of the nodes themselves; all that are given must hold',
      });
  }
}

function unknownNodes({ nodes, site }: RuleContext): (written: Written) => Finding[] {
  const domain = text(at(site, 'domain')) ?? '';
  const known = new Set<string>();
  for (const document of nodes) {
    const { name, hostname, shortName } = resolveHostname(document, domain);
    for (const each of [name, hostname, shortName]) known.add(each);
  }
  const suggest = suggester([...known]);
  return (written) => {
    const name = text(written);
    if (name === undefined || known.has(name)) return [];
    return [
      report('PL1287', written, `there is no node ${name}`, {
        hint: suggest(name) ?? 'name a file of nodes/, without .yaml, or a host name',
      }),
    ];
  };
}
