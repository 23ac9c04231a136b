import {
  type CoreosEntry,
  coreosKey,
  coreosParts,
  ipxeKey,
  k3sKey,
  k3sParts,
  type LockContent,
  type LockedFile,
} from './content.ts';

/** What a new lock has otherwise than the present one. */
export interface LockChange {
  /** `Fedora CoreOS stable for x86_64` */
  readonly what: string;
  readonly change: 'added' | 'removed' | 'updated' | 'changed';
  /** Versions, or what is other in an entry of the same version. */
  readonly details: readonly string[];
}

/** The differences of two locks, in the order of the new one, what is gone last. */
export function lockChanges(before: LockContent, after: LockContent): LockChange[] {
  return [...coreosChanges(before, after), ...otherChanges(before, after)];
}

function coreosChanges(before: LockContent, after: LockContent): LockChange[] {
  const old = new Map(before.coreos.map((entry) => [coreosKey(entry), entry]));
  const kept = new Set(after.coreos.map(coreosKey));
  const gone = new Map<string, CoreosEntry[]>();
  for (const entry of before.coreos) {
    if (kept.has(coreosKey(entry))) continue;
    gone.set(nameOf(entry), [...(gone.get(nameOf(entry)) ?? []), entry]);
  }
  const changes = after.coreos.flatMap((entry): LockChange[] => {
    const what = nameOf(entry);
    const same = old.get(coreosKey(entry));
    if (same !== undefined) return changed(`${what} ${entry.version}`, partChanges(same, entry, coreosParts));
    const replaced = gone.get(what)?.shift();
    if (replaced === undefined) return [{ what, change: 'added', details: [entry.version] }];
    return [{ what, change: 'updated', details: [replaced.version, entry.version] }];
  });
  const removed = [...gone.values()].flat().map((entry): LockChange => {
    return { what: nameOf(entry), change: 'removed', details: [entry.version] };
  });
  return [...changes, ...removed];
}

function nameOf({ stream, architecture }: CoreosEntry): string {
  return `Fedora CoreOS ${stream} for ${architecture}`;
}

function otherChanges(before: LockContent, after: LockContent): LockChange[] {
  return [
    ...k3sChanges(before, after),
    ...keyed(before.ipxe, after.ipxe, ipxeKey, {
      name: ({ name, architecture }) => `iPXE ${name} for ${architecture}`,
      details: (a, b) => fileChanges(undefined, a, b),
    }),
  ];
}

/** Where one version of an architecture takes the place of one other, that is an update. */
function k3sChanges(before: LockContent, after: LockContent): LockChange[] {
  const architectures = [...new Set([...after.k3s, ...before.k3s].map(({ architecture }) => architecture))];
  return architectures.flatMap((architecture): LockChange[] => {
    const [old, now] = [before, after].map(({ k3s }) =>
      k3s.filter((each) => each.architecture === architecture),
    );
    const [[only, ...others], [next, ...more]] = [old ?? [], now ?? []];
    const isOne = others.length === 0 && more.length === 0;
    if (isOne && only !== undefined && next !== undefined && only.version !== next.version) {
      return [{ what: `K3s for ${architecture}`, change: 'updated', details: [only.version, next.version] }];
    }
    return keyed(old ?? [], now ?? [], k3sKey, {
      name: ({ version }) => `K3s ${version} for ${architecture}`,
      details: (a, b) => partChanges(a, b, k3sParts),
    });
  });
}

function keyed<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (entry: T) => string,
  { name, details }: { name: (entry: T) => string; details: (before: T, after: T) => string[] },
): LockChange[] {
  const old = new Map(before.map((entry) => [keyOf(entry), entry]));
  const kept = new Set(after.map(keyOf));
  const changes = after.flatMap((entry): LockChange[] => {
    const same = old.get(keyOf(entry));
    return same === undefined
      ? [{ what: name(entry), change: 'added', details: [] }]
      : changed(name(entry), details(same, entry));
  });
  const removed = before.filter((entry) => !kept.has(keyOf(entry)));
  return [
    ...changes,
    ...removed.map((entry): LockChange => ({ what: name(entry), change: 'removed', details: [] })),
  ];
}

function changed(what: string, details: readonly string[]): LockChange[] {
  return details.length === 0 ? [] : [{ what, change: 'changed', details }];
}

function partChanges<K extends string>(
  before: { readonly [P in K]?: LockedFile | undefined },
  after: { readonly [P in K]?: LockedFile | undefined },
  parts: readonly K[],
): string[] {
  return parts.flatMap((part) => {
    const [old, now] = [before[part], after[part]];
    if (old === undefined) return now === undefined ? [] : [`${part} added`];
    return now === undefined ? [`${part} removed`] : fileChanges(part, old, now);
  });
}

const fileKeys = ['url', 'path', 'sha256', 'size', 'signature', 'signatureSha256', 'signatureSize'] as const;

type File = Partial<LockedFile> & { readonly path?: string };

function fileChanges(part: string | undefined, before: File, after: File): string[] {
  return fileKeys
    .filter((key) => before[key] !== after[key])
    .map((key) => {
      const what = part === undefined ? key : `${part} ${key}`;
      return before[key] === undefined
        ? `${what} added`
        : after[key] === undefined
          ? `${what} removed`
          : what;
    });
}
