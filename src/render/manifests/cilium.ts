import type { Cluster, Site } from '../../inventory/model/site.ts';
import { clusterNodes } from './clusterNodes.ts';
import { helmChart } from './helmChart.ts';
import { replacesKubeProxy } from './kubeProxy.ts';
import type { ChartValues } from './overlaidValues.ts';
import type { ManifestRenderer } from './renderer.ts';

/**
 * Without kube-proxy nothing makes the address of the API's service work, so Cilium must be told of another. On every node of K3s,
 * server or agent, the API answers at this one: on agents a balancer over all servers.
 */
const localApi = { k8sServiceHost: '127.0.0.1', k8sServicePort: 6444 };

/** Cilium, with `cni: cilium`: the pods' addresses are those that K3s knows of. */
export const cilium: ManifestRenderer = (site, cluster) => {
  const chart = cluster.charts.cilium;
  if (cluster.cni !== 'cilium' || chart === undefined) return undefined;
  return helmChart(site, chart, {
    name: 'cilium',
    key: 'cilium',
    repository: 'https://helm.cilium.io',
    namespace: 'kube-system',
    bootstrap: true,
    values: values(site, cluster),
  });
};

/** Two operators never run on one node, so a lone node gets one: the second would wait for ever. */
function values(site: Site, cluster: Cluster): ChartValues {
  const members = clusterNodes(site).length;
  return {
    ipam: { operator: { clusterPoolIPv4PodCIDRList: [cluster.clusterCidr] } },
    operator: { replicas: members === 1 ? 1 : 2 },
    ...(replacesKubeProxy(cluster) ? localApi : {}),
  };
}
