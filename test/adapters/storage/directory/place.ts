import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDirectoryStorage } from '../../../../src/adapters/storage/directory/openDirectoryStorage.ts';
import type { Place } from '../contract/place.ts';

/** A place in a temporary folder. */
export async function directoryPlace(): Promise<Place> {
  const around = await mkdtemp(join(tmpdir(), 'pilotlight-storage-'));
  const root = join(around, 'pilotlight');
  return {
    storage: openDirectoryStorage(root),
    root,
    another: async () => openDirectoryStorage(root),
    close: () => rm(around, { recursive: true, force: true }),
  };
}
