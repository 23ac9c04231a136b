import { type Finding, finding } from '../../shared/finding.ts';
import { type Hostname, resolveHostname } from '../resolve/hostname.ts';
import { at, root, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { also, report } from './report.ts';

/** Host names must be good ones, of the site's domain, and each one a node's alone. */
export function* hostnames(context: RuleContext): Generator<Finding> {
  const domain = text(at(context.site, 'domain')) ?? '';
  const taken = new Map<string, Written>();
  const takenAsIs = new Set<string>();
  for (const document of context.nodes) {
    const names = resolveHostname(document, domain);
    const written = at(root(document), 'hostname');
    yield* wellFormed(names, written, domain);
    const key = names.hostname.toLowerCase();
    const other = taken.get(key);
    if (other === undefined) taken.set(key, written);
    else yield sameName(names, written, other, takenAsIs.has(names.hostname));
    takenAsIs.add(names.hostname);
  }
}

function sameName({ hostname }: Hostname, written: Written, other: Written, asIs: boolean): Finding {
  const file = other.document.file;
  return asIs
    ? report('PL1201', written, `host name ${hostname} is already that of ${file}`, {
        hint: 'give one of them another hostname',
        related: also(other),
      })
    : report('PL1202', written, `host name ${hostname} differs from that of ${file} only by case`, {
        hint: 'give one of them another name: DNS, Kubernetes and many file systems take them for the same',
        related: also(other),
      });
}

function* wellFormed(names: Hostname, written: Written, domain: string): Generator<Finding> {
  const { hostname, name } = names;
  if (!names.written && !isHostname(name)) {
    const better = name.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, '-');
    const message = `the file's name ${JSON.stringify(name)} is no host name (RFC 1123: lower-case letters, digits and hyphens)`;
    const hint = isHostname(better)
      ? `name the file ${better}.yaml, or give it hostname: ${better}`
      : 'give the node a hostname';
    yield finding('PL1206', written.document.locate([]), message, { hint });
    return;
  }
  if (hostname.length > 253)
    yield report('PL1207', written, `the full host name has ${hostname.length} characters, 253 is the most`, {
      hint: 'shorten the host name or the domain',
    });
  if (domain !== '' && !hostname.endsWith(`.${domain}`))
    yield report('PL1208', written, `host name ${hostname} is outside the site's domain ${domain}`, {
      hint: `leave the domain out (hostname: ${names.shortName}), or end it with .${domain}`,
    });
}

function isHostname(name: string): boolean {
  const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
  return name.split('.').every((each) => label.test(each));
}
