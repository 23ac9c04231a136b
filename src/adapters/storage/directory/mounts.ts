import { readFileSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SurveyedMount } from '../../../ports/storage.ts';
import { unescapeMountPoint } from '../../../shared/mountPoint.ts';

/** The mounted file system that holds a folder, or would hold it; undefined where this machine does not say. */
export function mountOf(folder: string): SurveyedMount | undefined {
  const real = realPath(folder) ?? realPath(dirname(folder));
  if (real === undefined) return undefined;
  try {
    return findMount(readFileSync('/proc/mounts', 'utf8'), real);
  } catch {
    return undefined;
  }
}

/** The mount of a real path: that with the longest point; of two on one point the later one, which hides the other. */
export function findMount(mounts: string, path: string): SurveyedMount | undefined {
  let best: SurveyedMount | undefined;
  for (const line of mounts.split('\n')) {
    const [device = '', point = '', fileSystem = '', options = ''] = line.split(' ').map(unescapeMountPoint);
    if (point === '' || !holds(point, path) || point.length < (best?.point.length ?? 0)) continue;
    best = { device, point, fileSystem, readOnly: options.split(',').includes('ro') };
  }
  return best;
}

function holds(point: string, path: string): boolean {
  return point === '/' || path === point || path.startsWith(`${point}/`);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
