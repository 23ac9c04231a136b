import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { openShellStorage } from '../../../../src/adapters/storage/shell/openShellStorage.ts';
import { findTool, requireTool } from '../../../tools/tools.ts';
import type { Place } from '../contract/place.ts';
import { storageContract } from '../contract.ts';
import { busyboxShell, dashShell, localShell, type ShellKind } from './localShell.ts';

const tools = ['busybox', 'dash'] as const;
const kinds = { busybox: busyboxShell, dash: dashShell };

for (const tool of tools) {
  if (findTool(tool) === undefined) {
    test(`with ${tool}`, (context) => void requireTool(tool, context));
  } else {
    describe(`with ${tool}`, () => {
      const kind = kinds[tool]({ skip: unexpected });
      storageContract('shell', () => openPlace(kind), { runs: 5 });
    });
  }
}

function unexpected(note?: string): never {
  throw new Error(note);
}

async function openPlace(kind: ShellKind): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "pilotlight storage 'it$'-"));
  const open = () => openShellStorage(localShell(kind), { storage: folder, mount: 'any' });
  return {
    storage: open(),
    root: join(folder, 'pilotlight'),
    another: async () => open(),
    close: () => rm(folder, { recursive: true, maxRetries: 5 }),
  };
}
