import type { Chart, Manifest, Site } from '../../inventory/model/site.ts';
import { mappingText } from '../butane/yamlText.ts';
import { inventoryPath } from '../inventoryPath.ts';
import { type ChartValues, overlaidValues } from './overlaidValues.ts';

/** What Pilotlight has to say of a chart; the rest stands in site.yaml. */
export interface ChartDefaults {
  /** Name of the chart, and of its release. */
  readonly name: string;
  /** Its key below `k3s.charts`. */
  readonly key: string;
  /** Its project's own repository. */
  readonly repository: string;
  /** Namespace that it is installed into. */
  readonly namespace: string;
  readonly createNamespace?: boolean;
  /** Whether nodes become ready only with it: then it is installed before any other. */
  readonly bootstrap?: boolean;
  /** What site.yaml's values are laid over. */
  readonly values: ChartValues;
}

/** Helm has no file modes: every number is written as it is. */
const noOctalFields: ReadonlySet<string> = new Set();

/**
 * The manifest `pilotlight-<name>.yaml`, which makes the Helm controller of K3s install a chart. Source of its fields: the K3s
 * documents, "Helm". A chart with `bootstrap` is installed by a job that needs neither a ready node nor a network of pods.
 */
export function helmChart(site: Site, chart: Chart, defaults: ChartDefaults): Manifest {
  const { name, key, namespace, createNamespace, bootstrap } = defaults;
  const object = {
    apiVersion: 'helm.cattle.io/v1',
    kind: 'HelmChart',
    metadata: { name, namespace: 'kube-system' },
    spec: {
      repo: chart.repository ?? defaults.repository,
      chart: name,
      version: chart.version,
      targetNamespace: namespace,
      ...(createNamespace ? { createNamespace } : {}),
      ...(bootstrap ? { bootstrap } : {}),
      valuesContent: yamlText(overlaidValues(defaults.values, chart.values)),
    },
  };
  const source = inventoryPath(site, site.file);
  const header = `# Made by Pilotlight from k3s.charts.${key} of ${source}; change that, not this file.\n`;
  return { file: site.file, name: `pilotlight-${name}.yaml`, text: header + yamlText(object) };
}

function yamlText(mapping: Readonly<Record<string, unknown>>): string {
  return mappingText(mapping, '', noOctalFields);
}
