import type { Site } from '../inventory/model/site.ts';

/**
 * A file of the inventory by its path below the site's folder: `nodes/lenovo1.yaml`. What is rendered names files so, because
 * a release must not depend on where the inventory lies and on how a person typed its folder.
 */
export function inventoryPath({ folder }: Pick<Site, 'folder'>, file: string): string {
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
}
