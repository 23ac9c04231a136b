import { coreosFolder, incomingFolder, k3sFolder, storagePathKind } from './storageLayout.ts';

/** How a folder of image files on this machine is laid out: as a storage, with iPXE binaries beside. */

/** iPXE binaries: `ipxe/x86_64/snponly.efi`. */
export const ipxeFolder = 'ipxe';

/** What is noted of a file, in the same folder: `k3s.verified`. */
export const proofSuffix = '.verified';
/** A detached signature, in the same folder. */
export const signatureSuffix = '.sig';
/** The longest signature that is taken, in bytes; real ones have some hundred. */
export const longestSignature = 64 * 1024;

/** Whether a path is one of a file that a folder of image files may hold. */
export function isImagePath(path: string): boolean {
  if (new RegExp(`^${ipxeFolder}/(?:x86_64|aarch64)/(?:snponly|ipxe)\\.efi$`).test(path)) return true;
  const depth = path.split('/').length;
  return (
    storagePathKind(path) === 'file' &&
    ((path.startsWith(`${coreosFolder}/`) && depth === 5) ||
      (path.startsWith(`${k3sFolder}/`) && depth === 3))
  );
}

/** The folders that such files are in. */
export const imageFolders = [coreosFolder, k3sFolder, ipxeFolder, incomingFolder] as const;
