import type { Manifest, Site } from '../../inventory/model/site.ts';
import { mappingText } from '../butane/yamlText.ts';
import { inventoryPath } from '../inventoryPath.ts';

/** An object of Kubernetes, as its API takes it. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Readonly<Record<string, unknown>> & { readonly name: string };
  readonly [field: string]: unknown;
}

/** Kubernetes reads numbers as they are: none is written in octal. */
const noOctalFields: ReadonlySet<string> = new Set();

/**
 * Objects as the manifest `pilotlight-<name>.yaml`, a document each.
 * @param setting what a person changes to change them: `k3s.endpoint`
 */
export function objectsManifest(
  site: Site,
  name: string,
  setting: string,
  objects: readonly KubernetesObject[],
): Manifest {
  const header = `# Made by Pilotlight from ${setting} of ${inventoryPath(site, site.file)}; change that, not this file.\n`;
  const documents = objects.map((object) => mappingText({ ...object }, '', noOctalFields));
  return { file: site.file, name: `pilotlight-${name}.yaml`, text: header + documents.join('---\n') };
}
