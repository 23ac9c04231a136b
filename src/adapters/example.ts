import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the example inventory that comes with Pilotlight: beside dist, or beside src. */
export function exampleFolder(here: string = import.meta.url): string {
  const candidates = ['../inventory', '../../inventory'].map((path) => fileURLToPath(new URL(path, here)));
  return candidates.find((folder) => existsSync(`${folder}/site.yaml`)) ?? candidates[0] ?? 'inventory';
}
