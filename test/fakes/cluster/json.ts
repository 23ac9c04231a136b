import type { Model, ModelBudget, ModelNode, ModelPod, ModelVolume } from './model.ts';

const since = '2026-05-04T03:02:01Z';

/** A Node as the API prints it. */
export function nodeJson(node: ModelNode) {
  const { voter } = node;
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: node.name,
      uid: node.uid,
      labels: node.labels,
      annotations: node.annotations,
      finalizers: node.finalizers,
      creationTimestamp: since,
      ...(node.deleting ? { deletionTimestamp: since, deletionGracePeriodSeconds: 0 } : {}),
    },
    spec: {
      podCIDR: '10.42.0.0/24',
      ...(node.cordoned ? { unschedulable: true } : {}),
      ...(node.taints.length === 0 ? {} : { taints: node.taints }),
    },
    status: {
      addresses: [
        { type: 'InternalIP', address: node.address },
        { type: 'Hostname', address: node.name },
      ],
      conditions: [
        node.up
          ? {
              type: 'Ready',
              status: 'True',
              reason: 'KubeletReady',
              message: 'kubelet is posting ready status',
            }
          : {
              type: 'Ready',
              status: 'Unknown',
              reason: 'NodeStatusUnknown',
              message: 'Kubelet stopped posting node status.',
            },
        ...(voter === undefined ? [] : [{ type: 'EtcdIsVoter', ...voter, message: '' }]),
      ],
      nodeInfo: { kubeletVersion: node.version, osImage: 'Fedora CoreOS' },
    },
  };
}

/** A Pod as the API prints it. */
export function podJson(pod: ModelPod) {
  const owner = { apiVersion: 'apps/v1', kind: pod.owner, name: 'owner', uid: 'owner', controller: true };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      namespace: pod.namespace,
      name: pod.name,
      uid: pod.uid,
      labels: pod.labels,
      ...(pod.mirror === true ? { annotations: { 'kubernetes.io/config.mirror': 'a1b2' } } : {}),
      ...(pod.owner === undefined ? {} : { ownerReferences: [owner] }),
      ...(pod.finalizers === undefined ? {} : { finalizers: pod.finalizers }),
      ...(pod.endsAt === undefined
        ? {}
        : { deletionTimestamp: since, deletionGracePeriodSeconds: pod.deletionGrace ?? pod.grace }),
    },
    spec: {
      nodeName: pod.node,
      terminationGracePeriodSeconds: pod.grace,
      volumes: [
        { name: 'kube-api-access', projected: {} },
        ...(pod.emptyDir === true ? [{ name: 'scratch', emptyDir: {} }] : []),
      ],
    },
    status: { phase: pod.phase ?? 'Running' },
  };
}

/** Pods that a budget counts, and that are healthy. */
export function healthyOf({ pods, clock }: Model, { namespace, selector }: ModelBudget): number {
  return pods.filter(
    (pod) =>
      pod.namespace === namespace &&
      selected(pod, selector) &&
      pod.endsAt === undefined &&
      clock >= pod.healthyAt,
  ).length;
}

export function selected({ labels }: ModelPod, selector: Record<string, string>): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

/** A PodDisruptionBudget as the API prints it. */
export function budgetJson(model: Model, budget: ModelBudget) {
  const currentHealthy = healthyOf(model, budget);
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { namespace: budget.namespace, name: budget.name },
    spec: { minAvailable: budget.wanted, selector: { matchLabels: budget.selector } },
    status: {
      currentHealthy,
      desiredHealthy: budget.wanted,
      disruptionsAllowed: Math.max(0, currentHealthy - budget.wanted),
    },
  };
}

/** A PersistentVolume as the local-path provisioner makes it; without a node, one that is on a server of NFS. */
export function volumeJson({ name, claim, path, node }: ModelVolume) {
  const [namespace, of] = claim.split('/');
  const terms = [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: [node] }] }];
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name },
    spec: {
      claimRef: { kind: 'PersistentVolumeClaim', namespace, name: of },
      ...(node === undefined
        ? { nfs: { server: '10.0.0.9', path } }
        : {
            hostPath: { path, type: 'DirectoryOrCreate' },
            nodeAffinity: { required: { nodeSelectorTerms: terms } },
          }),
    },
  };
}
