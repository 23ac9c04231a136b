import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { openShellStorage } from '../../../../src/adapters/storage/shell/openShellStorage.ts';
import { findTool } from '../../../tools/tools.ts';
import { storageContract } from '../contract.ts';
import type { Place } from '../contract/place.ts';
import { busyboxShell, dashShell, localShell, type ShellKind } from './localShell.ts';

const kinds = { busybox: busyboxShell, dash: dashShell } as const;

/** Under CI a missing tool fails; elsewhere the description is skipped by its name. */
function needed(note?: string): never {
  throw new Error(note);
}

for (const [tool, kindOf] of Object.entries(kinds)) {
  const missing = findTool(tool as 'busybox' | 'dash') === undefined && process.env.CI !== 'true';
  describe.skipIf(missing)(`with ${tool}`, () => {
    storageContract('shell', () => openPlace(kindOf({ skip: needed })), { runs: 5 });
  });
}

async function openPlace(kind: ShellKind): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "pilotlight storage 'it$'-"));
  const open = () => openShellStorage(localShell(kind), { storage: folder, mount: 'any' });
  return {
    storage: open(),
    root: join(folder, 'pilotlight'),
    another: async () => open(),
    close: () => rm(folder, { recursive: true }),
  };
}
