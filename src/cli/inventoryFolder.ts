import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a folder is an inventory: it has a site.yaml, or a folder in it has one. */
export function isInventory(folder: string): boolean {
  if (existsSync(join(folder, 'site.yaml'))) return true;
  try {
    return readdirSync(folder).some((name) => existsSync(join(folder, name, 'site.yaml')));
  } catch {
    return false;
  }
}
