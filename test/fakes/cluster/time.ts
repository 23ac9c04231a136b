import { removeFromEtcd } from './etcd.ts';
import { type Model, type ModelNode, type ModelPod, newUid, nodeOf } from './model.ts';

const remove = 'etcd.k3s.cattle.io/remove';
const removed = 'etcd.k3s.cattle.io/removed-node-name';
const memberName = 'etcd.k3s.cattle.io/node-name';
const memberAddress = 'etcd.k3s.cattle.io/node-address';

/** Lets time go by, second by second. */
export function pass(model: Model, milliseconds: number): void {
  const end = model.clock + milliseconds;
  while (model.clock < end) {
    model.clock = Math.min(end, model.clock + 1_000);
    for (const pod of [...model.pods]) live(model, pod);
    for (const node of [...model.nodes]) look(model, node);
    if (model.garbage) collect(model);
  }
}

/** A pod that was told to end does so when its kubelet lives, and comes back elsewhere when a controller wants it. */
function live(model: Model, pod: ModelPod): void {
  const node = nodeOf(model, pod.node);
  if (node === undefined) {
    end(model, pod);
    return;
  }
  const held = (pod.finalizers ?? []).length > 0 || !node.up;
  if (pod.endsAt !== undefined && model.clock >= pod.endsAt && !held) end(model, pod);
}

function end(model: Model, pod: ModelPod): void {
  model.pods = model.pods.filter((each) => each !== pod);
  const place = model.nodes.find(({ cordoned, deleting, up }) => up && !cordoned && !deleting);
  if (pod.owner === undefined || pod.owner === 'DaemonSet' || pod.phase !== undefined || place === undefined)
    return;
  const { endsAt: _endsAt, ...rest } = pod;
  const uid = newUid(model);
  const name = pod.owner === 'StatefulSet' ? pod.name : `${pod.name}-${uid}`;
  model.pods.push({ ...rest, name, uid, node: place.name, healthyAt: model.clock + 5_000 });
}

/** What K3s does when it sees a Node. */
function look(model: Model, node: ModelNode): void {
  if (!model.controllers) return;
  if (node.deleting) letGo(model, node);
  else if (node.labels['node-role.kubernetes.io/etcd'] === 'true') answerRequest(model, node);
}

function letGo(model: Model, node: ModelNode): void {
  node.finalizers = node.finalizers.filter((name) => {
    if (name === 'wrangler.cattle.io/node') return false;
    if (name !== 'wrangler.cattle.io/managed-etcd-controller') return true;
    if (node.annotations[removed] !== undefined) return false;
    return leave(model, node) !== undefined;
  });
  if (node.finalizers.length === 0) model.nodes = model.nodes.filter((each) => each !== node);
}

function answerRequest(model: Model, { annotations }: ModelNode): void {
  if (annotations[remove] === undefined) return;
  const name = annotations[memberName];
  if (name === undefined) return;
  if (annotations[removed] !== undefined) {
    if (annotations[removed] === name) return;
    delete annotations[removed];
    if (model.k3s === 'old') annotations[remove] = 'false';
    else delete annotations[remove];
    return;
  }
  if (annotations[remove].toLowerCase() !== 'true') return;
  const problem = leave(model, { annotations });
  if (problem === undefined) {
    annotations[removed] = name;
    delete annotations[memberName];
    delete annotations[memberAddress];
    if (model.k3s === 'new') delete annotations[remove];
  } else if (model.k3s === 'new' && problem.includes('not enough started')) delete annotations[remove];
}

/** Takes the member that a Node names out of etcd, as K3s does; what etcd said against it. */
function leave(model: Model, { annotations }: Pick<ModelNode, 'annotations'>): string | undefined {
  const member = model.members.find(
    ({ name, address }) => name === annotations[memberName] && address === annotations[memberAddress],
  );
  return member === undefined ? undefined : removeFromEtcd(model, member);
}

/** Secrets belong to their Nodes. */
function collect(model: Model): void {
  for (const secret of model.secrets) {
    const owner = secret.replace(/^kube-system\//, '').replace(/\.node-password\.k3s$/, '');
    if (nodeOf(model, owner) === undefined) model.secrets.delete(secret);
  }
}
