import { Failure } from '../../../shared/failure.ts';
import {
  contentPathFault,
  type StoragePathKind,
  storagePathFault,
  unpackedPathFault,
} from '../../../shared/storageLayout.ts';

/** Answers a path that is one of the kinds that an operation takes. Throws a Failure for any other. */
export function checkedPath(path: string, ...kinds: readonly StoragePathKind[]): string {
  return unless(storagePathFault(path, kinds), path);
}

/** Answers a path in a folder of the storage. Throws a Failure for any other. */
export function checkedContentPath(path: string): string {
  return unless(contentPathFault(path), path);
}

/** Answers the path of a file that is unpacked into a folder. Throws a Failure for any other. */
export function checkedUnpackedPath(folder: string, path: string): string {
  return unless(unpackedPathFault(folder, path), path);
}

/** Answers the path of anything below the root folder, to be read. Throws a Failure for any other. */
export function checkedReadablePath(path: string): string {
  const within = path.split('/').every((segment) => /^[A-Za-z0-9_+-][A-Za-z0-9._+-]*$/.test(segment));
  return unless(within ? undefined : 'it is no path of the storage', path);
}

function unless(fault: string | undefined, path: string): string {
  if (fault === undefined) return path;
  throw new Failure('refused', `the path ${JSON.stringify(path)} is refused: ${fault}`);
}
