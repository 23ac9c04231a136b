/**
 * How the storage that nodes boot from is laid out below its root folder. Everything that reads or writes a storage takes the names from
 * here; the shell scripts that do so are given them.
 */

/** The root folder's name below the mount point. */
export const rootName = 'pilotlight';

export const releasesFolder = 'releases';
export const coreosFolder = 'images/coreos';
export const k3sFolder = 'k3s';
/** Uploads of big files that have not got their name yet: `incoming/<sha256>.part`. */
export const incomingFolder = 'incoming';
export const partSuffix = '.part';
export const stateFolder = 'state';

/** In a release or an image set: the one line that says that it is whole. */
export const sealName = 'sealed';
/** In an image set: its files and their hashes, as `sha256sum -c` takes them. */
export const sumsName = 'SHA256SUMS';
/** In a release: what it holds. */
export const manifestName = 'manifest.json';

/** Folders that the router itself serves from while they are written to: the gate, and what firmware loads by TFTP. */
export const servedFolders = { programs: 'cgi-bin', tftp: 'tftp' } as const;
/** In static mode, the script that leads machines to the current release: what a program answers otherwise. */
export const bootFilePath = 'tftp/boot.ipxe';
/** Where files for those wait until they are whole. */
export const servedDraft = 'incoming/served';

/** Bytes of a text that is read whole: a manifest of many thousand nodes is far below. What is larger is nothing of ours. */
export const longestText = 64 * 1024 * 1024;

/** The two slots of the pointer. */
export const slotPaths = ['state/current.a', 'state/current.b'] as const;
export const journalPath = 'state/journal';
/** Lines that the journal keeps. */
export const journalLength = 200;

/** How far a reimage has come, in two files that are written in turn: one of them is always whole. */
export const reimageFolder = 'state/reimage';
export const reimageSlots = ['run.a', 'run.b'] as const;

/** A lock is `state/lock.<number>/`; while it is made, `state/lock.tmp.<token>/`. */
export const lockPrefix = 'state/lock.';
export const lockDraftPrefix = 'state/lock.tmp.';
/** Files in a lock's folder: who, the last sign of life, what runs, and whether it was given back. */
export const lockFiles = { owner: 'owner', beat: 'beat', session: 'session', released: 'released' } as const;

/** The folder of the lock with a number. */
export function lockFolder(number: number): string {
  return `${lockPrefix}${number}`;
}

/** In static mode, the script that lets a machine be installed, by its MAC as iPXE writes it: `tftp/armed-52-54-00-12-34-56.ipxe`. */
export function armedPath(mac: string): string {
  return `${servedFolders.tftp}/armed-${mac}.ipxe`;
}

/**
 * What a path below the root folder is: a release or an image set, a file in one, an upload that has not ended, one of `servedFolders`, the
 * script in one that arms a machine, or the folder of `reimageSlots`.
 */
export type StoragePathKind = 'folder' | 'file' | 'part' | 'served' | 'arming' | 'reimage';

/** What a path is; undefined where it is nothing that a storage may write or remove. */
export function storagePathKind(path: string): StoragePathKind | undefined {
  if (path.length > longestPath) return undefined;
  if (partPattern.test(path)) return 'part';
  if (isServed(path)) return 'served';
  if (path === reimageFolder) return 'reimage';
  if (armingPattern.test(path)) return 'arming';
  const folder = folderPattern.exec(path)?.[0];
  if (folder === undefined) return undefined;
  if (folder.length === path.length) return 'folder';
  return contentPathFault(path.slice(folder.length + 1)) === undefined ? 'file' : undefined;
}

/**
 * Why a storage may neither write nor remove a path; undefined when it may. Slots, locks and the journal are not among those that it may:
 * they have operations of their own.
 *
 * @param kinds what the operation takes: `remove` a folder, a part or what arms a machine, `settle` a part and a file
 */
export function storagePathFault(
  path: string,
  kinds: readonly StoragePathKind[] = ['folder', 'file', 'part', 'served', 'arming', 'reimage'],
): string | undefined {
  const kind = storagePathKind(path);
  if (kind === undefined) return 'it is no path of the storage that may be written or removed';
  return kinds.includes(kind)
    ? undefined
    : `it is a ${kindWords[kind]}, and not a ${kinds.map((each) => kindWords[each]).join(' or a ')}`;
}

const kindWords: Readonly<Record<StoragePathKind, string>> = {
  folder: 'folder',
  file: 'file',
  part: 'part',
  served: 'folder that is served',
  arming: 'script that arms a machine',
  reimage: 'folder that a reimage is noted in',
};

/**
 * Why the files in a folder may not be hashed; undefined when they may: those of releases, of image sets, of folders that are served, and
 * uploads before they get their name.
 */
export function hashedFolderFault(folder: string): string | undefined {
  return folder === incomingFolder ? undefined : storagePathFault(folder, ['folder', 'served']);
}

/** Why a file may not be unpacked into a folder under a relative path; undefined when it may. */
export function unpackedPathFault(folder: string, path: string): string | undefined {
  const fault = contentPathFault(path);
  if (folder === reimageFolder) {
    return reimageSlots.some((name) => name === path) ? undefined : `${folder} has no such file`;
  }
  if (fault !== undefined || !isServed(folder)) return fault;
  return path.includes('/') ? `${folder} has no folders in it` : undefined;
}

/** Whether a folder is one that the router serves from while it is written to. */
export function isServed(folder: string): boolean {
  return folder === servedFolders.programs || folder === servedFolders.tftp;
}

/**
 * Why a file may not be put into a folder of the storage under a relative path; undefined when it may. The seal is not a file that is put:
 * it has an operation of its own, and vfat takes `SEALED` for it too.
 */
export function contentPathFault(path: string): string | undefined {
  if (path.length > longestPath) return `it is longer than ${longestPath} characters`;
  if (!path.split('/').every((segment) => segmentPattern.test(segment))) {
    return 'it has a part that is empty, hidden, or has a character that not every file system takes';
  }
  const top = path.split('/', 1)[0] ?? '';
  return top.toLowerCase() === sealName ? 'it would take the place of the seal' : undefined;
}

/** Characters; the longest path that is made is far from it. */
const longestPath = 512;

/** Letters, digits and `._+-`, not hidden, no full stop at its end (which vfat drops): so never `.` or `..`. */
const segment = '[A-Za-z0-9_+-](?:[A-Za-z0-9._+-]{0,253}[A-Za-z0-9_+-])?';

const segmentPattern = new RegExp(`^${segment}$`);

const partPattern = new RegExp(String.raw`^${incomingFolder}/[0-9a-f]{64}\.part$`);

const armingPattern = /^tftp\/armed-[0-9a-f]{2}(?:-[0-9a-f]{2}){5}\.ipxe$/;

/** The folder that a path begins with. */
const folderPattern = new RegExp(
  `^(?:${releasesFolder}/[0-9a-f]{64}|${coreosFolder}/${segment}/${segment}|${k3sFolder}/${segment})(?=/|$)`,
);
