import type { Gates } from '../../ports/gates.ts';
import { Failure } from '../../shared/failure.ts';
import type { SshCredentials } from '../ssh/remoteShells.ts';

/** Opens gates over SSH. What that needs is loaded when it is needed: it costs every other command 60 ms. */
export function gates(credentials: SshCredentials): Gates {
  return {
    open: async (target, signal) => {
      if (target.kind === 'directory') {
        throw new Failure(
          'usage',
          `${target.storage} is a folder of this machine, and no router with a gate`,
        );
      }
      const { remoteShells } = await import('../ssh/remoteShells.ts');
      const { openGate } = await import('./openGate.ts');
      const shell = await remoteShells(credentials).open(target.destination, signal);
      return { ...openGate(shell), name: shell.name, close: () => shell.close() };
    },
  };
}
