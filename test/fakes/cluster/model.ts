/**
 * A model of a K3s cluster, with a clock that only moves when somebody waits. It has Nodes with finalizers, pods that their controllers bring
 * back, the Eviction API with PodDisruptionBudgets, etcd's members with what etcd itself refuses, and the parts of K3s that answer the
 * annotation for leaving. Sources: kubernetes pkg/registry/core/pod/storage/eviction.go, kubectl drain; k3s pkg/etcd/{member_controller,etcd}.go
 * and pkg/nodepassword; etcd's check of reconfigurations.
 * It has no scheduler, no API of its own and no watch: what happens, happens every second.
 */
export interface ModelNode {
  readonly name: string;
  uid: string;
  readonly address: string;
  readonly labels: Record<string, string>;
  annotations: Record<string, string>;
  finalizers: string[];
  taints: { key: string; value?: string; effect: string }[];
  cordoned: boolean;
  deleting: boolean;
  /** Whether its kubelet runs. */
  up: boolean;
  version: string;
  /** What K3s wrote of its member: the condition EtcdIsVoter. */
  voter?: { status: string; reason: string };
}

export interface ModelPod {
  readonly namespace: string;
  readonly name: string;
  uid: string;
  node: string;
  readonly labels: Record<string, string>;
  /** Kind of its controller; none brings a bare pod back. */
  readonly owner?: string;
  readonly emptyDir?: boolean;
  /** A folder of its node that it keeps something in. */
  readonly hostPath?: string;
  readonly mirror?: boolean;
  readonly finalizers?: string[];
  readonly phase?: string;
  /** Seconds that it has for its end by its own word. */
  readonly grace: number;
  /** The same, by the word of who told it to end. */
  readonly deletionGrace?: number;
  /** By the clock, when it was told to end. */
  endsAt?: number;
  /** By the clock, when it counts as healthy. */
  healthyAt: number;
}

/** A volume that is a folder of one node. */
export interface ModelVolume {
  readonly name: string;
  /** `default/data` */
  readonly claim: string;
  readonly path: string;
  /** Name of the Node; none for a volume that is elsewhere. */
  readonly node?: string;
}

export interface ModelBudget {
  readonly namespace: string;
  readonly name: string;
  readonly selector: Record<string, string>;
  readonly wanted: number;
}

export interface ModelMember {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  learner: boolean;
  up: boolean;
}

export interface Model {
  /** Milliseconds. */
  clock: number;
  nodes: ModelNode[];
  pods: ModelPod[];
  budgets: ModelBudget[];
  volumes: ModelVolume[];
  members: ModelMember[];
  /** `kube-system/<name>` */
  secrets: Set<string>;
  /** Counts uids. */
  made: number;
  /** Which K3s: before 2023-09 the annotation stayed, and a request that etcd refused was tried for ever. */
  k3s: 'new' | 'old';
  /** Whether K3s looks at annotations and finalizers at all. */
  controllers: boolean;
  /** Whether the garbage collector looks after secrets. */
  garbage: boolean;
}

/** Three servers and one agent, all well. */
export function newModel(): Model {
  const model: Model = {
    clock: 0,
    nodes: [],
    pods: [],
    budgets: [],
    volumes: [],
    members: [],
    secrets: new Set(),
    made: 0,
    k3s: 'new',
    controllers: true,
    garbage: true,
  };
  for (const [index, name] of ['one', 'two', 'three'].entries()) addServer(model, name, index + 1);
  addNode(model, 'four', 4);
  return model;
}

export const domain = 'lab.example.org';

/** A Node and its password, as when a machine joins. */
export function addNode(model: Model, short: string, number: number): ModelNode {
  const name = `${short}.${domain}`;
  const node: ModelNode = {
    name,
    uid: newUid(model),
    address: `10.0.0.${number}`,
    labels: { 'kubernetes.io/hostname': name },
    annotations: {},
    finalizers: ['wrangler.cattle.io/node'],
    taints: [],
    cordoned: false,
    deleting: false,
    up: true,
    version: 'v1.35.2+k3s1',
  };
  model.nodes.push(node);
  model.secrets.add(`kube-system/${name}.node-password.k3s`);
  return node;
}

export function addServer(model: Model, short: string, number: number): ModelNode {
  const node = addNode(model, short, number);
  const member = { id: `${number}`.repeat(16), name: `${short}-0000000${number}`, address: node.address };
  model.members.push({ ...member, learner: false, up: true });
  for (const role of ['control-plane', 'etcd']) node.labels[`node-role.kubernetes.io/${role}`] = 'true';
  node.annotations = {
    'etcd.k3s.cattle.io/node-name': member.name,
    'etcd.k3s.cattle.io/node-address': member.address,
  };
  node.finalizers.push('wrangler.cattle.io/managed-etcd-controller');
  node.voter = { status: 'True', reason: 'MemberNotLearner' };
  return node;
}

/** A pod that runs and is healthy. */
export function addPod(model: Model, name: string, node: string, more: Partial<ModelPod> = {}): ModelPod {
  const pod: ModelPod = {
    namespace: 'default',
    name,
    uid: newUid(model),
    node: `${node}.${domain}`,
    labels: {},
    owner: 'ReplicaSet',
    grace: 30,
    healthyAt: model.clock,
    ...more,
  };
  model.pods.push(pod);
  return pod;
}

export function newUid(model: Model): string {
  model.made += 1;
  return `uid-${model.made}`;
}

export function nodeOf(model: Model, name: string): ModelNode | undefined {
  return model.nodes.find((node) => node.name === name);
}
