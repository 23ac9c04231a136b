import type { K3sChange } from './k3sChange.ts';

/** Why a cluster should not go from one version of K3s to another, and what to do in its place. */
export interface K3sSkew {
  readonly kind: 'skipped' | 'older';
  readonly message: string;
  readonly next: string;
}

/**
 * Tells of a way between two versions that Kubernetes does not support: back, or over a minor version. Source: Kubernetes, "Version
 * Skew Policy". Undefined for every other way, and for versions that cannot be read.
 */
export function k3sSkew({ from, to }: Pick<K3sChange, 'from' | 'to'>): K3sSkew | undefined {
  const old = readVersion(from);
  const now = readVersion(to);
  if (old === undefined || now === undefined) return undefined;
  if (isBefore(now, old)) {
    return {
      kind: 'older',
      message: `K3s goes back from ${from} to ${to}, which Kubernetes does not support`,
      next: 'keep the newer version; the way back is a snapshot of etcd from before the upgrade',
    };
  }
  const [oldMajor = 0, oldMinor = 0] = old;
  const [major = 0, minor = 0] = now;
  if (major !== oldMajor || minor <= oldMinor + 1) return undefined;
  const left = minorNames(major, oldMinor + 1, minor - 1);
  return {
    kind: 'skipped',
    message: `K3s goes from ${from} to ${to} and leaves out ${left}, which Kubernetes does not support`,
    next: `go to the newest v${major}.${oldMinor + 1} first, and on when every node is there`,
  };
}

/** Major, minor and patch, the release candidate, and the release of K3s: newer versions are greater from the left. */
type Version = readonly number[];

function readVersion(text: string): Version | undefined {
  const numbers = /^v(\d+)\.(\d+)\.(\d+)(?:-rc(\d+))?\+k3s(\d+)$/.exec(text);
  if (numbers === null) return undefined;
  // What is no candidate is newer than each of them.
  return numbers.slice(1).map((number) => (number === undefined ? Number.POSITIVE_INFINITY : Number(number)));
}

function isBefore(a: Version, b: Version): boolean {
  const different = a.findIndex((number, index) => number !== b[index]);
  return different >= 0 && (a[different] ?? 0) < (b[different] ?? 0);
}

/** `v1.34`, `v1.33 to v1.35` */
function minorNames(major: number, first: number, last: number): string {
  return first === last ? `v${major}.${first}` : `v${major}.${first} to v${major}.${last}`;
}
