import { expect } from 'vitest';
import { openShellStorage } from '../../../../src/adapters/storage/shell/openShellStorage.ts';
import { ask, newHandle, ownerOf } from '../contract/place.ts';
import { localShell } from './localShell.ts';
import { withEachShell } from './shells.ts';

/** Storages that want a lock at once, each as a run of its own. */
const lockers = 4;
const rounds = 12;

withEachShell(
  'of many who want the lock at once one gets it, round after round',
  async ({ kind, folder }) => {
    const storages = Array.from({ length: lockers }, () =>
      openShellStorage(localShell(kind), { storage: folder, mount: 'any' }),
    );
    for (let round = 0; round < rounds; round++) {
      const [first] = storages;
      const next = ((first && (await ask(first)).lock?.number) ?? 0) + 1;
      // Some saw the lock of the round before, some one that is higher already.
      const handles = storages.map((_, index) => newHandle(next + (index % 2) * (round % 3)));
      const won = await Promise.all(
        storages.map((storage, index) => {
          const handle = handles[index] ?? newHandle(0);
          return storage.lock(handle, ownerOf(handle));
        }),
      );
      const wrote = await Promise.allSettled(
        storages.map((storage, index) => storage.note(handles[index] ?? newHandle(0), `round ${round}`)),
      );
      const writers = wrote.map(({ status }) => status === 'fulfilled');
      expect(writers.filter(Boolean), JSON.stringify({ round, won, wrote })).toHaveLength(1);
      expect(won[writers.indexOf(true)]).toBe(true);
    }
  },
);
