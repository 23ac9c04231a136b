import type { Survey, SurveyedMount } from '../../../../ports/storage.ts';
import { unescapeMountPoint } from '../../../../shared/mountPoint.ts';

/**
 * The mount that the storage's folder was reached through.
 *
 * @param line `<id> <mount point> <options> <optional fields> - <type> <device> <options of the file system>`, from /proc/self/mountinfo
 */
export function readMount(line: string | undefined): SurveyedMount | undefined {
  const found = /^\d+ (\S+) (\S+) (?:.* )?- (\S+) (\S+) (\S+)$/.exec(line ?? '');
  if (found === null) return undefined;
  const [, point = '', mode = '', fileSystem = '', device = '', superMode = ''] = found;
  return {
    device: unescapeMountPoint(device),
    point: unescapeMountPoint(point),
    fileSystem,
    readOnly: [...mode.split(','), ...superMode.split(',')].includes('ro'),
  };
}

/** Bytes of the file system, as `df -kP` tells them in its second line. */
export function readSpace(lines: readonly string[]): Survey['space'] {
  for (const line of lines) {
    const found = / (\d+) +\d+ +(-?\d+) +(?:\d+%|-) /.exec(line);
    if (found !== null) {
      return { totalBytes: Number(found[1]) * 1024, freeBytes: Math.max(0, Number(found[2])) * 1024 };
    }
  }
  return undefined;
}
