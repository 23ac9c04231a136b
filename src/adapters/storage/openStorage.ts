import { join } from 'node:path';
import type { Storage } from '../../ports/storage.ts';
import type { Storages } from '../../ports/storages.ts';
import { rootName } from '../../shared/storageLayout.ts';
import type { SshCredentials } from '../ssh/remoteShells.ts';

/** Opens storages, in a folder or over SSH. What each needs is loaded when it is needed: SSH costs every other command 60 ms. */
export function storages(credentials: SshCredentials): Storages {
  return {
    open: async (target, signal): Promise<Storage> => {
      if (target.kind === 'directory') {
        const { openDirectoryStorage } = await import('./directory/openDirectoryStorage.ts');
        return openDirectoryStorage(join(target.storage, rootName));
      }
      const { remoteShells } = await import('../ssh/remoteShells.ts');
      const { openShellStorage } = await import('./shell/openShellStorage.ts');
      const shell = await remoteShells(credentials).open(target.destination, signal);
      return openShellStorage(shell, { storage: target.storage, mount: target.mount });
    },
  };
}
