import { Failure } from '../../../shared/failure.ts';
import {
  contentPathFault,
  hashedFolderFault,
  type StoragePathKind,
  storagePathFault,
} from '../../../shared/storageLayout.ts';

/** Throws where a path is not of one of the kinds that an operation may write. */
export function requirePath(path: string, ...kinds: readonly StoragePathKind[]): void {
  refuse(path, storagePathFault(path, kinds));
}

/** Throws where a folder is none of the storage, or a path in it would leave it. */
export function requireContent(folder: string, paths: Iterable<string>): void {
  refuse(folder, hashedFolderFault(folder));
  for (const path of paths) refuse(path, contentPathFault(path));
}

/** Throws where a path may not be read: slots, journal, seals, and what is in releases and image sets may. */
export function requireReadable(path: string): void {
  refuse(path, path.split('/').every(isName) ? undefined : 'it is no path of the storage');
}

/** Neither empty nor `.` or `..`, and nothing that ends a text for the operating system. */
function isName(segment: string): boolean {
  return segment !== '' && segment !== '.' && segment !== '..' && !segment.includes('\0');
}

function refuse(path: string, fault: string | undefined): void {
  if (fault !== undefined) throw new Failure('refused', `${JSON.stringify(path)} was refused: ${fault}`);
}
