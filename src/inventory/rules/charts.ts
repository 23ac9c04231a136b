import type { Finding } from '../../shared/finding.ts';
import { readSecret } from '../../shared/secret.ts';
import type { ChartName, Cluster } from '../model/site.ts';
import { chartAsked } from '../resolve/charts.ts';
import { at, entriesOf, isMap, items, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { objectsOf } from './manifestObjects.ts';
import { also, report, reportKey } from './report.ts';

/** What a chart is called, and what asks for it. */
interface KnownChart {
  /** Its own name, which its HelmChart has, too. */
  readonly name: string;
  readonly setting: 'cni' | 'storage' | 'upgrade';
  readonly value: string;
  /** A version that has the right form. */
  readonly example: string;
}

/** The charts, by their key below `k3s.charts`. */
export const knownCharts: Readonly<Record<ChartName, KnownChart>> = {
  cilium: { name: 'cilium', setting: 'cni', value: 'cilium', example: '1.18.4' },
  longhorn: { name: 'longhorn', setting: 'storage', value: 'longhorn', example: '1.10.1' },
  systemUpgradeController: {
    name: 'system-upgrade-controller',
    setting: 'upgrade',
    value: 'inPlace',
    example: '109.0.2',
  },
};

/** Each chart that is asked for has a version, each that is given is asked for, and its values fit the cluster. */
export function* chartRules(context: RuleContext): Generator<Finding> {
  const k3s = at(context.site, 'k3s');
  for (const [key, chart] of Object.entries(knownCharts) as [ChartName, KnownChart][]) {
    const written = at(k3s, 'charts', key);
    const asked = chartAsked[key](settings(k3s));
    if (!asked && written.value !== undefined)
      yield reportKey('PL1302', written, `nothing asks for the chart ${key}`, {
        hint: `set ${chart.setting}: ${chart.value}, or remove it`,
      });
    if (asked && written.value === undefined && !bringsItself(context, chart))
      yield report(
        'PL1301',
        at(k3s, chart.setting),
        `${chart.setting}: ${chart.value} needs the chart ${key}, and no version of it is given`,
        {
          hint: `add charts: { ${key}: { version: "${chart.example}" } } below k3s, with the version to install`,
        },
      );
    yield* secretValues(at(written, 'values'));
  }
  yield* podAddresses(k3s);
}

/** The settings that ask for charts, as they are written. */
function settings(k3s: Written): Pick<Cluster, 'cni' | 'storage' | 'upgrade'> {
  const word = (key: string) => text(at(k3s, key)) ?? '';
  return { cni: word('cni'), storage: word('storage'), upgrade: word('upgrade') } as Pick<
    Cluster,
    'cni' | 'storage' | 'upgrade'
  >;
}

/** Whether the site has a HelmChart of its own for a chart. */
function bringsItself({ manifests }: RuleContext, { name }: KnownChart): boolean {
  return manifests
    .flatMap(({ documents }) => documents.flatMap(objectsOf))
    .some(
      ({ kind, name: own, written }) =>
        kind === 'HelmChart' && (own === name || text(at(written, 'spec', 'chart')) === name),
    );
}

/** References to secrets would be published as they are. */
function* secretValues(written: Written): Generator<Finding> {
  if (readSecret(written.value) !== undefined)
    yield report('PL1304', written, 'the values of a chart are published: they can hold no secret', {
      hint: 'make a Secret in the cluster, and name it in the values',
    });
  else if (Array.isArray(written.value)) for (const each of items(written)) yield* secretValues(each);
  else if (isMap(written.value)) for (const [, each] of entriesOf(written)) yield* secretValues(each);
}

/** Cilium gives pods the addresses that K3s knows of. */
function* podAddresses(k3s: Written): Generator<Finding> {
  const list = at(k3s, 'charts', 'cilium', 'values', 'ipam', 'operator', 'clusterPoolIPv4PodCIDRList');
  const cidr = at(k3s, 'clusterCidr');
  const wanted = text(cidr) ?? '10.42.0.0/16';
  const given = Array.isArray(list.value) ? list.value : [list.value];
  if (list.value === undefined || (given.length === 1 && given[0] === wanted)) return;
  yield report(
    'PL1303',
    list,
    `Cilium is to give pods other addresses than clusterCidr, which is ${wanted}`,
    {
      hint: 'remove the value, and set clusterCidr',
      related: cidr.value === undefined ? [] : also(cidr, 'clusterCidr'),
    },
  );
}
