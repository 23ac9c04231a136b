import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { openShellStorage } from '../../../../src/adapters/storage/shell/openShellStorage.ts';
import type { RemoteShell } from '../../../../src/ports/remoteShell.ts';
import type { Storage } from '../../../../src/ports/storage.ts';
import type { Skipping } from '../../../tools/tools.ts';
import { busyboxShell, dashShell, localShell, type ShellKind } from './localShell.ts';

/** A folder of this machine in the place of a stick, and a shell that works on it. */
export interface ShellPlace {
  readonly kind: ShellKind;
  /** The folder that the root folder is in. */
  readonly folder: string;
  readonly root: string;
  readonly shell: RemoteShell;
  readonly storage: Storage;
}

const kinds: Readonly<Record<string, (context: Skipping) => ShellKind>> = {
  busybox: busyboxShell,
  dash: dashShell,
};

/** Tries something with each shell, in a folder of its own; skipped by name where the shell is not there. */
export function withEachShell(name: string, body: (place: ShellPlace) => Promise<void>): void {
  describe.each(Object.keys(kinds))('with %s', (shellName) => {
    test(name, async (context) => {
      const kind = kinds[shellName]?.(context) ?? context.skip();
      const folder = await mkdtemp(join(tmpdir(), 'pilotlight-shell-'));
      const shell = localShell(kind);
      try {
        const storage = openShellStorage(shell, { storage: folder, mount: 'any' });
        await body({ kind, folder, root: join(folder, 'pilotlight'), shell, storage });
      } finally {
        await rm(folder, { recursive: true, maxRetries: 5 });
      }
    });
  });
}
