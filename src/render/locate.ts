import type { Inventory } from '../inventory/model/inventory.ts';
import type { Place } from '../shared/finding.ts';

/** Where the value at a path of the resolved model, such as `/nodes/0/network/gateway`, was written by a person. */
export type Locate = (modelPath: string) => Place;

/**
 * Answers places from an inventory's provenance. What has no origin of its own (an element of a list, a default)
 * gets the place of the nearest enclosing value that has one, and at last the given file's beginning.
 */
export function locator(inventory: Pick<Inventory, 'site' | 'provenance' | 'documents'>): Locate {
  return (modelPath) => {
    for (let path = modelPath; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
      const origin = inventory.provenance.get(path);
      if (origin?.kind !== 'file') continue;
      const place = inventory.documents.get(origin.file)?.locate(origin.pointer);
      if (place !== undefined) return place;
    }
    return { file: fileOf(inventory, modelPath), line: 1, column: 1 };
  };
}

function fileOf({ site }: Pick<Inventory, 'site'>, modelPath: string): string {
  const [, section, index] = modelPath.split('/');
  return (section === 'nodes' ? site.nodes[Number(index)]?.file : undefined) ?? site.file;
}
