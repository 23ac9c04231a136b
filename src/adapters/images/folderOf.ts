import { join } from 'node:path';
import { cacheFolder } from '../cache/packCache.ts';

/** The folder of image files: the one that was named, else `$PILOTLIGHT_IMAGES`, else one in the folder for caches. */
export function imagesFolder(environment: NodeJS.ProcessEnv, named?: string): string {
  return named ?? (environment.PILOTLIGHT_IMAGES || join(cacheFolder(environment), 'files'));
}
