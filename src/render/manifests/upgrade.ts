import type { Cluster } from '../../inventory/model/site.ts';
import { helmChart } from './helmChart.ts';
import { type KubernetesObject, objectsManifest } from './objects.ts';
import type { ManifestRenderer } from './renderer.ts';

/** The chart names its namespace and service account itself, and the controller acts only on plans of its own namespace. */
const namespace = 'cattle-system';
const serviceAccountName = 'system-upgrade-controller';

/** Has K3s's new program in it; the controller adds the version of the plan as tag. */
const image = 'rancher/k3s-upgrade';

const serverPlan = 'server-plan';
const controlPlane = 'node-role.kubernetes.io/control-plane';

/** The controller, with `upgrade: inPlace`: a chart of Rancher's, which needs nothing else of Rancher. It brings the kind `Plan` itself. */
export const upgradeController: ManifestRenderer = (site, cluster) => {
  const chart = cluster.charts.systemUpgradeController;
  if (cluster.upgrade !== 'inPlace' || chart === undefined) return undefined;
  return helmChart(site, chart, {
    name: 'system-upgrade-controller',
    key: 'systemUpgradeController',
    repository: 'https://charts.rancher.io',
    namespace,
    createNamespace: true,
    values: {},
  });
};

/**
 * The plans that the controller carries out, wherever that comes from, in a manifest of their own: whoever applies it upgrades the
 * cluster, and nothing else. Servers go first, one at a time; agents wait for them. Source: K3s documents, "Automated Upgrades".
 */
export const upgradePlans: ManifestRenderer = (site, cluster) => {
  if (cluster.upgrade !== 'inPlace') return undefined;
  return objectsManifest(site, 'upgrade', 'k3s.version', plans(cluster));
};

function plans({ version }: Cluster): readonly KubernetesObject[] {
  return [
    plan(serverPlan, version, {
      nodeSelector: { matchExpressions: [{ key: controlPlane, operator: 'In', values: ['true'] }] },
      cordon: true,
    }),
    plan('agent-plan', version, {
      nodeSelector: { matchExpressions: [{ key: controlPlane, operator: 'DoesNotExist' }] },
      prepare: { image, args: ['prepare', serverPlan] },
      // A kubelet goes to another minor version only without pods (Kubernetes, "Version Skew Policy"). Budgets of pods are honoured.
      drain: { deleteEmptydirData: true, ignoreDaemonSets: true, force: true, skipWaitForDeleteTimeout: 60 },
    }),
  ];
}

/** One node at a time, whatever taints it has. */
function plan(name: string, version: string, settings: Readonly<Record<string, unknown>>): KubernetesObject {
  return {
    apiVersion: 'upgrade.cattle.io/v1',
    kind: 'Plan',
    metadata: { name, namespace },
    spec: {
      concurrency: 1,
      version,
      serviceAccountName,
      tolerations: [{ operator: 'Exists' }],
      ...settings,
      upgrade: { image },
    },
  };
}
