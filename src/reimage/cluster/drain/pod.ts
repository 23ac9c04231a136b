import { readApi } from '../api/callApi.ts';
import type { ClusterTools } from '../tools.ts';

/** A pod of a node. */
export interface Pod {
  readonly namespace: string;
  readonly name: string;
  /** Another pod of the same name has another one. */
  readonly uid: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Kind of the controller that brings it back: `ReplicaSet`; undefined where none does. */
  readonly controller: string | undefined;
  /** A static pod of the kubelet, which only its file can end. */
  readonly mirror: boolean;
  /** Names of its volumes that are gone with it. */
  readonly emptyDirs: readonly string[];
  /** It ran to its end. */
  readonly finished: boolean;
  readonly deleting: boolean;
  /** Seconds that it has for its end. */
  readonly graceSeconds: number;
  readonly finalizers: readonly string[];
}

/** The parts of a Pod in the API's JSON that are read. */
interface ApiPod {
  readonly metadata?: {
    readonly name?: string;
    readonly namespace?: string;
    readonly uid?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly ownerReferences?: readonly { readonly kind: string; readonly controller?: boolean }[];
    readonly finalizers?: readonly string[];
    readonly deletionTimestamp?: string;
    readonly deletionGracePeriodSeconds?: number;
  };
  readonly spec?: {
    readonly volumes?: readonly { readonly name: string; readonly emptyDir?: unknown }[];
    readonly terminationGracePeriodSeconds?: number;
  };
  readonly status?: { readonly phase?: string };
}

/** What Kubernetes gives a pod that says nothing of it. */
const usualGraceSeconds = 30;

/** `default/web-1` */
export function podName({ namespace, name }: Pick<Pod, 'namespace' | 'name'>): string {
  return `${namespace}/${name}`;
}

/** All pods of a node, in the API's order. Throws as askApi. */
export async function readPods(tools: ClusterTools, node: string): Promise<readonly Pod[]> {
  const list = await readApi<{ readonly items?: readonly ApiPod[] }>(
    tools,
    `the pods of ${node} cannot be listed`,
    ['get', 'pods', '--all-namespaces', `--field-selector=spec.nodeName=${node}`],
  );
  return (list?.items ?? []).map(podOf);
}

/** Whether a pod has to go before the node does: those of DaemonSets, which would come back, and static ones stay. */
export function hasToLeave({ controller, mirror, finished }: Pod): boolean {
  return !mirror && (controller !== 'DaemonSet' || finished);
}

function podOf({ metadata = {}, spec = {}, status = {} }: ApiPod): Pod {
  return {
    namespace: metadata.namespace ?? '',
    name: metadata.name ?? '',
    uid: metadata.uid ?? '',
    labels: metadata.labels ?? {},
    controller: metadata.ownerReferences?.find(({ controller }) => controller === true)?.kind,
    mirror: metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined,
    emptyDirs: (spec.volumes ?? []).filter(({ emptyDir }) => emptyDir !== undefined).map(({ name }) => name),
    finished: status.phase === 'Succeeded' || status.phase === 'Failed',
    deleting: metadata.deletionTimestamp !== undefined,
    graceSeconds:
      metadata.deletionGracePeriodSeconds ?? spec.terminationGracePeriodSeconds ?? usualGraceSeconds,
    finalizers: metadata.finalizers ?? [],
  };
}
