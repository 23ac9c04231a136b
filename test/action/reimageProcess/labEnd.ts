import { openDirectoryStorage } from '../../../src/adapters/storage/directory/openDirectoryStorage.ts';
import type { Gates } from '../../../src/ports/gates.ts';
import type { Storages } from '../../../src/ports/storages.ts';
import { keepGate, keptGate } from './gateFile.ts';

/** The lab's gate and its storage, for a process that comes after another one. */
export function gates(): Gates {
  return {
    open: async () => {
      const gate = keptGate();
      const open = await gate.open();
      return {
        ...open,
        disarm: async (mac) => {
          const was = await open.disarm(mac);
          keepGate(gate);
          return was;
        },
      };
    },
  };
}

export function storages(): Storages {
  return { open: async () => openDirectoryStorage('storage/pilotlight') };
}
