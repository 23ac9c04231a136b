import type { Routers } from '../../ports/routers.ts';
import { Failure } from '../../shared/failure.ts';
import type { SshCredentials } from '../ssh/remoteShells.ts';

/** Opens routers over SSH, which is loaded when it is needed. */
export function routers(credentials: SshCredentials): Routers {
  return {
    open: async (target, signal) => {
      if (target.kind === 'directory') {
        throw new Failure('usage', `${target.storage} is a folder, and no router`, {
          next: 'leave --to out, and set router.target to openwrt',
        });
      }
      const { remoteShells } = await import('../ssh/remoteShells.ts');
      const { openRouterSystem } = await import('./openRouterSystem.ts');
      const shells = remoteShells(credentials);
      const open = (again?: AbortSignal) => shells.open(target.destination, again);
      return openRouterSystem({ open, storage: target.storage }, signal);
    },
  };
}
