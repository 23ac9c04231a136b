import type { LocalData } from '../plan/facts.ts';
import { sameHost } from '../plan/sameHost.ts';
import { askApi, readApi } from './api/callApi.ts';
import type { ClusterTools } from './tools.ts';

/** A PersistentVolume in the API's JSON, as far as it is read. */
interface ApiVolume {
  readonly metadata?: { readonly name?: string };
  readonly spec?: {
    readonly hostPath?: { readonly path?: string };
    readonly local?: { readonly path?: string };
    readonly claimRef?: { readonly namespace?: string; readonly name?: string };
    readonly nodeAffinity?: { readonly required?: { readonly nodeSelectorTerms?: readonly ApiTerm[] } };
  };
}

interface ApiTerm {
  readonly matchExpressions?: readonly ApiExpression[];
  readonly matchFields?: readonly ApiExpression[];
}

interface ApiExpression {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/** One line a pod that may keep something on its node: namespace, name, node, controller, and its folders. */
const podTemplate =
  '{{range .items}}{{$pod := .}}{{range .spec.volumes}}{{if .hostPath}}{{$pod.metadata.namespace}} {{$pod.metadata.name}} {{$pod.spec.nodeName}} {{range $pod.metadata.ownerReferences}}{{.kind}}{{end}}- {{.hostPath.path}}{{"\\n"}}{{end}}{{end}}{{end}}';

/** Folders that every node has, and that nobody keeps anything in. */
const systemFolders = [
  '/proc',
  '/sys',
  '/dev',
  '/run',
  '/var/run',
  '/etc',
  '/lib/modules',
  '/usr',
  '/tmp',
  '/var/log',
];

/**
 * What is on the disks of each of these nodes and nowhere else, by the name of its Node: volumes that Kubernetes binds to it, as the
 * local-path provisioner of K3s makes them, and folders that pods write to. Two calls, however many nodes there are. Throws as askApi.
 */
export async function readLocalData(
  tools: ClusterTools,
  nodes: readonly string[],
): Promise<ReadonlyMap<string, LocalData>> {
  const volumes = await readApi<{ readonly items?: readonly ApiVolume[] }>(
    tools,
    'volumes cannot be listed',
    ['get', 'persistentvolumes'],
  );
  const pods = await askApi(tools, 'pods cannot be listed', [
    'get',
    'pods',
    '--all-namespaces',
    `--output=go-template=${podTemplate}`,
  ]);
  const lines = (pods ?? '').split('\n').flatMap((line) => podLine(line) ?? []);
  return new Map(
    nodes.map((node) => [
      node,
      {
        volumes: (volumes?.items ?? []).filter((volume) => isOn(volume, node)).map(volumeWords),
        pods: lines.filter((pod) => pod.node === node).map(podWords),
      },
    ]),
  );
}

/** Whether a volume is a folder of one node alone. */
function isOn({ spec = {} }: ApiVolume, node: string): boolean {
  if (spec.hostPath === undefined && spec.local === undefined) return false;
  const terms = spec.nodeAffinity?.required?.nodeSelectorTerms ?? [];
  return terms.some(({ matchExpressions = [], matchFields = [] }) =>
    [...matchExpressions, ...matchFields].some(
      ({ key, operator, values = [] }) =>
        (key === 'kubernetes.io/hostname' || key === 'metadata.name') &&
        operator === 'In' &&
        values.some((value) => sameHost(value, node)),
    ),
  );
}

function volumeWords({ metadata = {}, spec = {} }: ApiVolume): string {
  const { claimRef } = spec;
  const path = spec.local?.path ?? spec.hostPath?.path ?? '?';
  const claim = claimRef === undefined ? 'of no claim' : `${claimRef.namespace ?? ''}/${claimRef.name ?? ''}`;
  return `the volume ${claim} (${metadata.name ?? '?'}, in ${path})`;
}

interface PodFolder {
  readonly pod: string;
  readonly node: string;
  readonly path: string;
}

/** Pods of DaemonSets look after the node itself. */
function podLine(line: string): PodFolder | undefined {
  const [namespace, name, node, kind, ...path] = line.split(' ');
  const folder = path.join(' ');
  if (namespace === undefined || name === undefined || node === undefined || folder === '') return undefined;
  if (kind?.includes('DaemonSet') === true || kind?.includes('Node') === true) return undefined;
  const isSystem = systemFolders.some((each) => folder === each || folder.startsWith(`${each}/`));
  return isSystem ? undefined : { pod: `${namespace}/${name}`, node, path: folder };
}

function podWords({ pod, node, path }: PodFolder): string {
  return `${pod} keeps something in ${path} of ${node}, which nothing takes elsewhere`;
}
