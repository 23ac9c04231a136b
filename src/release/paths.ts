/** Why a path may not stand in a release; undefined when it may. */
export function pathFault(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.startsWith('/')) return 'is absolute';
  if (path.length > longestPath) return `is longer than ${longestPath} characters`;
  for (const segment of path.split('/')) {
    if (segment === '') return 'has an empty part';
    if (segment === '.' || segment === '..') return `has the part ${segment}`;
    if (!safeSegment.test(segment)) return 'has a character that not every file system takes';
    if (segment.endsWith('.')) return 'has a part that ends with a full stop, which vfat drops';
    if (deviceName.test(segment)) return `has the part ${segment}, which Windows takes for a device`;
  }
  return undefined;
}

/** The same path on a file system that does not tell upper case from lower case, such as vfat. */
export function foldedPath(path: string): string {
  return path.toLowerCase();
}

/** The router's storage may be vfat with short limits; no path that Pilotlight makes comes near. */
const longestPath = 400;

const safeSegment = /^[A-Za-z0-9._+-]{1,255}$/;

const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
