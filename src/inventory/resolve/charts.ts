import type { Chart, ChartName, Cluster } from '../model/site.ts';
import { map } from './given.ts';
import { builtIn, fromFile, type Note } from './note.ts';
import { at, text, type Written } from './written.ts';

/** The charts, and the setting that asks for each. */
export const chartAsked: Readonly<
  Record<ChartName, (cluster: Pick<Cluster, 'cni' | 'storage' | 'upgrade'>) => boolean>
> = {
  cilium: ({ cni }) => cni === 'cilium',
  longhorn: ({ storage }) => storage === 'longhorn',
  systemUpgradeController: ({ upgrade }) => upgrade === 'inPlace',
};

/** The charts that the cluster asks for, as far as site.yaml names a version of them. */
export function resolveCharts(
  k3s: Written,
  cluster: Pick<Cluster, 'cni' | 'storage' | 'upgrade'>,
  note: Note,
): Cluster['charts'] {
  const charts: Partial<Record<ChartName, Chart>> = {};
  const all = at(k3s, 'charts');
  note(['charts'], all.value === undefined ? builtIn : fromFile(all));
  for (const name of Object.keys(chartAsked) as ChartName[]) {
    const written = at(k3s, 'charts', name);
    const version = text(at(written, 'version'));
    if (version === undefined || !chartAsked[name](cluster)) continue;
    const repository = text(at(written, 'repository'))?.replace(/\/+$/, '');
    charts[name] = {
      ...(repository === undefined ? {} : { repository }),
      version,
      values: map(at(written, 'values')) ?? {},
    };
  }
  return charts;
}
