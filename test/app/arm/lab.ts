import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { secretsFrom } from '../../../src/adapters/secrets/secrets.ts';
import { openDirectoryStorage } from '../../../src/adapters/storage/directory/openDirectoryStorage.ts';
import { createWorld } from '../../../src/adapters/world.ts';
import { deploy } from '../../../src/app/deploy.ts';
import type { World } from '../../../src/app/world.ts';
import { copyLab, edit, useLab } from '../../cli/pilotlight.ts';
import { useStandIns } from '../../cli/standIns.ts';
import { MemoryGate } from '../../fakes/memoryGate.ts';

export const selection = { folder: 'inventory' };
const root = 'storage/pilotlight';

/** The lab's inventory, deployed, in the present folder, with the gate's program on its storage. */
export function useDeployedLab(prepare: () => void = () => {}): { readonly world: World } {
  useLab();
  const lab = { world: undefined as unknown as World };
  beforeAll(async () => {
    mkdirSync('storage');
    freshLab();
    prepare();
    lab.world = createWorld({ environment: { PATH: process.env.PATH }, cache: false });
    await redeploy(lab.world);
    mkdirSync(join(root, 'cgi-bin'));
    writeFileSync(join(root, 'cgi-bin/gate'), '#!/bin/sh\n');
  });
  afterAll(() => lab.world.translator.close());
  return lab;
}

/** The lab's inventory anew, on a host whose storage need not be a mount point. */
export function freshLab(): void {
  copyLab('inventory');
  useStandIns();
  edit('inventory/site.yaml', 'router:\n', 'router:\n  target: posix\n');
}

/** Deploys the inventory as it is. */
export async function redeploy(world: World): Promise<void> {
  const { findings } = await deploy(selection, { to: 'storage', images: '.' }, world);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
}

/** A world where the router's storage is the folder, its gate is in memory, and secrets are those given. */
export function routerWorld(world: World, environment: Readonly<Record<string, string>> = {}) {
  const gate = new MemoryGate();
  const masked: string[] = [];
  const made: World = {
    ...world,
    storages: { open: async () => openDirectoryStorage(root) },
    gates: gate,
    secrets: secretsFrom(environment, (text) => void masked.push(text)),
    wait: async () => {},
  };
  return { world: made, gate, masked };
}
