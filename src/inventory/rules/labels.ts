import type { Finding } from '../../shared/finding.ts';
import { setting } from '../resolve/layer.ts';
import { at, entriesOf, items, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { also, report, reportKey } from './report.ts';

/** Labels below these domains are Kubernetes' own. */
const reservedDomain = /(^|\.)(kubernetes|k8s)\.io$/;

/** Those of them that a kubelet may give itself. Source: Kubernetes, pkg/kubelet/apis/well_known_labels.go. */
const allowedKeys = new Set([
  'kubernetes.io/hostname',
  'kubernetes.io/arch',
  'kubernetes.io/os',
  'beta.kubernetes.io/arch',
  'beta.kubernetes.io/os',
  'beta.kubernetes.io/instance-type',
  'failure-domain.beta.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone',
  'failure-domain.kubernetes.io/region',
  'failure-domain.kubernetes.io/zone',
  'node.kubernetes.io/instance-type',
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
]);
const allowedDomain = /(^|\.)(kubelet|node)\.kubernetes\.io$/;

/** Labels and taints that Kubernetes takes. */
export function* labels({ layers }: RuleContext): Generator<Finding> {
  for (const layer of layers) {
    for (const [key, written] of entriesOf(setting(layer, 'labels'))) {
      if (!goodPrefix(key)) yield reportKey('PL1277', written, badPrefix('label', key), { hint: prefixHint });
      else if (isReserved(key))
        yield reportKey('PL1278', written, `a node may not give itself the label ${key}`, {
          hint: `the kubelet would refuse to start: use a domain of your own, or kubectl label node once it has joined`,
        });
    }
    yield* taints(items(setting(layer, 'taints')));
  }
}

function* taints(list: readonly Written[]): Generator<Finding> {
  const seen = new Map<string, Written>();
  for (const taint of list) {
    const written = at(taint, 'key');
    const key = text(written);
    if (key === undefined) continue;
    if (!goodPrefix(key)) yield report('PL1277', written, badPrefix('taint', key), { hint: prefixHint });
    const effect = String(at(taint, 'effect').value);
    const other = seen.get(`${key}:${effect}`);
    if (other === undefined) seen.set(`${key}:${effect}`, written);
    else
      yield report('PL1279', written, `taint ${key} with effect ${effect} is given twice`, {
        hint: 'Kubernetes keeps one taint for a key and an effect: remove the other',
        related: also(other),
      });
  }
}

const prefixHint = 'write domain/name, the domain as in DNS: example.com/rack';

function badPrefix(what: string, key: string): string {
  return `the part of ${what} ${key} before the slash is no domain`;
}

function goodPrefix(key: string): boolean {
  const slash = key.indexOf('/');
  if (slash < 0) return true;
  const domain = key.slice(0, slash);
  return /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(domain.replaceAll(/(?<=[a-z0-9])\.(?=[a-z0-9])/g, ''));
}

function isReserved(key: string): boolean {
  const domain = key.slice(0, Math.max(0, key.indexOf('/')));
  return reservedDomain.test(domain) && !allowedKeys.has(key) && !allowedDomain.test(domain);
}
