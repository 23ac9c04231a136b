import type { Kubectl, KubectlResult } from '../../../src/ports/kubectl.ts';
import { ConnectionLost } from '../../../src/ports/remoteShell.ts';
import { hasQuorum } from './etcd.ts';
import { budgetJson, healthyOf, nodeJson, podJson, selected, volumeJson } from './json.ts';
import { domain, type Model, type ModelPod, nodeOf } from './model.ts';

/** What befalls a call: nothing, a lost connection before or after it was done, or kubectl's complaint in its place. */
export type Fault = 'lost' | 'lostAfter' | { readonly stderr: string } | undefined;

export interface ModelKubectl extends Kubectl {
  /** Words of each call, without the limit of time. */
  readonly calls: string[];
}

/** kubectl of a server of the model. It says what the real one says, word by word. */
export function modelKubectl(
  model: Model,
  fault: (words: string, count: number) => Fault = () => undefined,
  server = `one.${domain}`,
): ModelKubectl {
  const calls: string[] = [];
  return {
    name: server,
    calls,
    run: async ([, ...words], { input = '', signal } = {}) => {
      signal?.throwIfAborted();
      const line = words.join(' ');
      calls.push(line);
      const befalls = fault(line, calls.length);
      if (befalls === 'lost') throw new ConnectionLost('the connection was closed by the other side');
      if (typeof befalls === 'object') return failed(befalls.stderr);
      const result = hasQuorum(model)
        ? answer(model, words, input)
        : failed('Error from server: etcdserver: request timed out');
      if (befalls === 'lostAfter') throw new ConnectionLost('the connection was closed by the other side');
      return result;
    },
    reconnect: async () => {},
    close: async () => {},
  };
}

function answer(model: Model, words: readonly string[], input: string): KubectlResult {
  const [verb = '', kind = '', name = ''] = words;
  switch (`${verb} ${kind}`) {
    case 'get nodes':
      return list(model.nodes.map(nodeJson));
    case 'get node':
      return onNode(model, name, (node) => JSON.stringify(nodeJson(node)));
    case 'get pods': {
      if (words.some((word) => word.startsWith('--output=go-template=')))
        return said(model.pods.flatMap(folderLine).join(''));
      const node = words.find((word) => word.startsWith('--field-selector='))?.split('=')[2];
      return list(model.pods.filter((pod) => pod.node === node).map(podJson));
    }
    case 'get persistentvolumes':
      return list(model.volumes.map(volumeJson));
    case 'get poddisruptionbudgets.policy':
      return list(model.budgets.map((budget) => budgetJson(model, budget)));
    case 'get secret':
      return said(model.secrets.has(`kube-system/${name}`) ? `secret/${name}\n` : '');
    case 'delete secret':
      return said(model.secrets.delete(`kube-system/${name}`) ? `secret "${name}" deleted\n` : '');
    case 'delete node':
      return onNode(model, name, (node) => {
        node.deleting = true;
        if (node.finalizers.length === 0) model.nodes = model.nodes.filter((each) => each !== node);
        return `node "${name}" deleted\n`;
      });
    case 'annotate node':
      return onNode(model, name, ({ annotations }) => {
        for (const word of words.slice(3).filter((each) => !each.startsWith('--')))
          annotate(annotations, word);
        return `node/${name} annotated\n`;
      });
    case 'create --raw':
      return evict(model, name, input);
    default:
      return verb.endsWith('cordon')
        ? setCordon(model, verb, kind)
        : failed(`error: unknown command "${verb}"`);
  }
}

/** What kubectl makes of the template that asks for folders of nodes. */
function folderLine({ namespace, name, node, owner = '', hostPath }: ModelPod): string[] {
  return hostPath === undefined ? [] : [`${namespace} ${name} ${node} ${owner}- ${hostPath}\n`];
}

function annotate(annotations: Record<string, string>, word: string): void {
  const [key = '', value] = word.split('=');
  if (value === undefined) delete annotations[key.replace(/-$/, '')];
  else annotations[key] = value;
}

function setCordon(model: Model, verb: string, name: string): KubectlResult {
  return onNode(model, name, (node) => {
    const wanted = verb === 'cordon';
    const already = node.cordoned === wanted ? 'already ' : '';
    node.cordoned = wanted;
    return `node/${name} ${already}${verb}ed\n`;
  });
}

/** As the API server does it: pods that ended or were told to need no budget. */
function evict(model: Model, path: string, input: string): KubectlResult {
  const [, , , , namespace, , name] = path.split('/');
  const { uid } = (JSON.parse(input) as { deleteOptions: { preconditions: { uid: string } } }).deleteOptions
    .preconditions;
  const pod = model.pods.find((each) => each.namespace === namespace && each.name === name);
  if (pod === undefined) return failed(`Error from server (NotFound): pods "${name}" not found`);
  if (pod.uid !== uid)
    return failed(
      `Error from server (Conflict): Operation cannot be fulfilled on pods "${name}": the UID in the precondition (${uid}) does not match the UID in record (${pod.uid}). The object might have been deleted and then recreated`,
    );
  const budgets = model.budgets.filter(
    (each) => each.namespace === namespace && selected(pod, each.selector),
  );
  const free = pod.phase !== undefined || pod.endsAt !== undefined;
  if (!free && budgets.length > 1)
    return failed(
      'Error from server: This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.',
    );
  if (!free && budgets.some((budget) => healthyOf(model, budget) <= budget.wanted))
    return failed(
      "Error from server (TooManyRequests): Cannot evict pod as it would violate the pod's disruption budget.",
    );
  pod.endsAt ??= model.clock + (pod.phase === undefined ? Math.min(pod.grace, 2) * 1_000 : 0);
  return said('{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Success","code":201}');
}

function onNode(model: Model, name: string, use: (node: Model['nodes'][number]) => string): KubectlResult {
  const node = nodeOf(model, name);
  return node === undefined
    ? failed(`Error from server (NotFound): nodes "${name}" not found`)
    : said(use(node));
}

function list(items: readonly unknown[]): KubectlResult {
  return said(JSON.stringify({ apiVersion: 'v1', kind: 'List', items, metadata: { resourceVersion: '' } }));
}

function said(stdout: string): KubectlResult {
  return { status: 0, stdout, stderr: '' };
}

function failed(stderr: string): KubectlResult {
  return { status: 1, stdout: '', stderr: `${stderr}\n` };
}
