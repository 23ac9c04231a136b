import { parseAllDocuments } from 'yaml';
import { readInventory } from '../../../src/inventory/inventory.ts';
import type { Cluster, Manifest, Site } from '../../../src/inventory/model/site.ts';
import { edited, lab, sourcesOf, type Texts } from '../../inventory/sources.ts';

/** An object of a manifest, as Kubernetes reads it. */
export interface KubernetesDocument {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: unknown;
  readonly rules?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly roleRef?: unknown;
  readonly subjects?: unknown;
}

/** The lab with one more line below `k3s`: `endpoint: { … }`. It must have no error. */
export function clusterOf(settings: string, texts: Texts = lab): { site: Site; cluster: Cluster } {
  const [key = ''] = settings.split(':');
  const own = texts['site.yaml']?.replace(new RegExp(`^  ${key}:.*\n`, 'm'), '') ?? '';
  const { value, findings } = readInventory(
    sourcesOf(edited({ ...texts, 'site.yaml': own }, ['site.yaml', 'k3s:\n', `k3s:\n  ${settings}\n`])),
  );
  const [error] = findings.filter(({ severity }) => severity === 'error');
  const cluster = value?.site.cluster;
  if (error !== undefined) throw new Error(`${error.code} ${error.message}`);
  if (value === undefined || cluster === undefined) throw new Error('no cluster');
  return { site: value.site, cluster };
}

/** The documents of a manifest; it must be YAML that every reader takes. */
export function documentsOf(manifest: Manifest | undefined): readonly KubernetesDocument[] {
  if (manifest === undefined) throw new Error('no manifest');
  return parseAllDocuments(manifest.text).map((document) => {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) throw problem;
    return document.toJS() as KubernetesDocument;
  });
}
