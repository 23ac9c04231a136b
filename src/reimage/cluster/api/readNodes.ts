import type { KubernetesNode } from '../../plan/facts.ts';
import type { ClusterTools } from '../tools.ts';
import { readApi } from './callApi.ts';

/** A Node object with what leaving and joining need of it. */
export interface NodeObject extends KubernetesNode {
  /** Another one has the same name after the Node was made anew. */
  readonly uid: string;
  readonly addresses: readonly string[];
  readonly finalizers: readonly string[];
  readonly conditions: ReadonlyMap<string, NodeCondition>;
}

export interface NodeCondition {
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

/** The parts of a Node in the API's JSON that are read. */
interface ApiNode {
  readonly metadata?: {
    readonly name?: string;
    readonly uid?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
    readonly deletionTimestamp?: string;
  };
  readonly spec?: {
    readonly unschedulable?: boolean;
    readonly taints?: readonly { readonly key: string; readonly value?: string; readonly effect: string }[];
  };
  readonly status?: {
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly reason?: string;
      readonly message?: string;
    }[];
    readonly addresses?: readonly { readonly type: string; readonly address: string }[];
    readonly nodeInfo?: { readonly kubeletVersion?: string };
  };
}

/** Labels that servers of K3s have; `master` is that of versions before 1.24. */
const serverLabels = ['control-plane', 'master', 'etcd'].map((role) => `node-role.kubernetes.io/${role}`);

/** All Nodes of the cluster, by the order of the API. Throws as askApi. */
export async function readNodes(tools: ClusterTools): Promise<readonly NodeObject[]> {
  const list = await readApi<{ readonly items?: readonly ApiNode[] }>(tools, 'the nodes cannot be listed', [
    'get',
    'nodes',
  ]);
  return (list?.items ?? []).map(nodeObject);
}

/** One Node; undefined where there is none. Throws as askApi. */
export async function readNode(tools: ClusterTools, name: string): Promise<NodeObject | undefined> {
  const node = await readApi<ApiNode>(tools, `the node ${name} cannot be read`, ['get', 'node', name]);
  return node === undefined ? undefined : nodeObject(node);
}

function nodeObject({ metadata = {}, spec = {}, status = {} }: ApiNode): NodeObject {
  const labels = metadata.labels ?? {};
  const conditions = new Map(
    (status.conditions ?? []).map(({ type, status: now, reason = '', message = '' }) => [
      type,
      { status: now, reason, message },
    ]),
  );
  return {
    name: metadata.name ?? '',
    uid: metadata.uid ?? '',
    ready: conditions.get('Ready')?.status === 'True',
    cordoned: spec.unschedulable === true,
    deleting: metadata.deletionTimestamp !== undefined,
    server: serverLabels.some((label) => labels[label] === 'true'),
    version: status.nodeInfo?.kubeletVersion ?? '',
    labels,
    annotations: metadata.annotations ?? {},
    taints: (spec.taints ?? []).map(taintText),
    addresses: (status.addresses ?? []).flatMap(({ type, address }) =>
      type === 'Hostname' ? [] : [address],
    ),
    finalizers: metadata.finalizers ?? [],
    conditions,
  };
}

/** As K3s's own settings write them: `key=value:effect`, or `key:effect`. */
function taintText({ key, value, effect }: { key: string; value?: string; effect: string }): string {
  return value === undefined || value === '' ? `${key}:${effect}` : `${key}=${value}:${effect}`;
}
