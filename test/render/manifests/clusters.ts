import type { ExtraDisk, Node } from '../../../src/inventory/model/node.ts';
import type { Chart, Cluster, Site } from '../../../src/inventory/model/site.ts';
import { cluster, node, site } from '../fixtures/lab.ts';

/** A chart with these values. */
export function chart(values: Chart['values'] = {}, more: Partial<Chart> = {}): Chart {
  return { version: '1.2.3', values, ...more };
}

/** The lab with as many nodes, and a cluster that asks for something. */
export function labWith(
  changes: Partial<Cluster>,
  nodes: readonly Partial<Node>[] = [{}, {}, {}],
): Site & { readonly cluster: Cluster } {
  const numbered = nodes.map((each, index) =>
    node({
      name: `lenovo${index + 1}`,
      hostname: `lenovo${index + 1}.lab.example`,
      file: `inventory/nodes/lenovo${index + 1}.yaml`,
      ...each,
    }),
  );
  return { ...site({ nodes: numbered }), cluster: { ...cluster, ...changes } };
}

/** An extra disk that is mounted somewhere. */
export function disk(mount: string, more: Partial<ExtraDisk> = {}): ExtraDisk {
  return { device: '/dev/disk/by-id/sata-1', filesystem: 'xfs', label: 'data', mount, wipe: false, ...more };
}
