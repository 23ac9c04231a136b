import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { locked, plant } from '../contract/place.ts';
import { directoryPlace } from './place.ts';

describe('the journal', () => {
  locked(directoryPlace, 'is cut on the disk too', async ({ storage, root }, handle) => {
    await plant(root, 'state/journal', 'line\n'.repeat(300_000));
    await storage.note(handle, 'last');
    expect((await readFile(join(root, 'state/journal'), 'utf8')).split('\n')).toHaveLength(201);
  });
});
