import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { openDirectoryStorage } from '../../src/adapters/storage/directory/openDirectoryStorage.ts';
import type { World } from '../../src/app/world.ts';
import type { RouterSurvey } from '../../src/ports/router.ts';
import type { Storage } from '../../src/ports/storage.ts';
import { sha256 } from '../../src/shared/digest.ts';
import { LivingRouter } from '../fakes/livingRouter.ts';
import { MemoryGate } from '../fakes/memoryGate.ts';
import { survey } from '../router/plan/surveys.ts';
import { copyLab, edit } from './pilotlight.ts';
import { useStandIns } from './standIns.ts';

/** What stands for the router of the lab, and how it behaves. */
export interface RouterLab {
  router: LivingRouter;
  gate: MemoryGate;
  /** What its HTTP server answers; undefined where nothing does. */
  http: string | undefined;
  /** What opening it throws. */
  refusal: Error | undefined;
}

export const root = 'storage/pilotlight';
export const binary = 'MZ a stand-in for snponly.efi\n';

/** The lab's inventory with an iPXE binary, and a stock router with an empty stick. */
export function freshRouterLab(changes: Partial<RouterSurvey> = {}): RouterLab {
  copyLab('inventory');
  for (const folder of ['storage', 'ipxe', 'images']) rmSync(folder, { recursive: true, force: true });
  mkdirSync('storage');
  mkdirSync('ipxe/x86_64', { recursive: true });
  writeFileSync('ipxe/x86_64/snponly.efi', binary);
  useStandIns();
  edit('inventory/images.lock.yaml', 'coreos:\n', `${lockEntry}coreos:\n`);
  return {
    router: new LivingRouter(survey({ ...running, ...changes }), root),
    gate: new MemoryGate(),
    http: '#!ipxe\n',
    refusal: undefined,
  };
}

const lockEntry = `ipxe:
  - architecture: x86_64
    name: snponly.efi
    url: https://example.org/snponly.efi
    sha256: ${sha256(binary)}
`;

const service = (name: string) => JSON.stringify({ [name]: { instances: { one: { running: true } } } });

const running: Partial<RouterSurvey> = {
  services: `${service('dnsmasq')}\n${service('uhttpd')}\n`,
  uptime: 100_000,
};

/** The world as the command line makes it, but for all that is on the router. Its clock is the router's. */
export function routerWorld(world: World, lab: () => RouterLab): World {
  return {
    ...world,
    routers: {
      open: async () => {
        const { router, refusal } = lab();
        if (refusal !== undefined) throw refusal;
        return router;
      },
    },
    gates: { open: () => lab().gate.open() },
    storages: { open: async () => mounted(openDirectoryStorage(root)) },
    http: {
      get: async (url) => {
        const { http } = lab();
        if (http === undefined)
          return { status: 0, bytes: new Uint8Array(), problem: `${url} does not answer` };
        return { status: 200, bytes: Buffer.from(http) };
      },
    },
    tftp: {
      read: async (_server, path) =>
        lab().router.uci.get('dhcp')?.includes('enable_tftp') === true
          ? { kind: 'file', bytes: Buffer.from('MZ') }
          : { kind: 'refused', bytes: new Uint8Array(), problem: `no ${path}` },
    },
    now: () => lab().router.now,
    wait: async (milliseconds) => lab().router.pass(milliseconds),
  };
}

/** The folder as if a stick were mounted where the inventory says. */
function mounted(storage: Storage): Storage {
  const mount = { device: '/dev/sda1', point: '/mnt/usb', fileSystem: 'ext4', readOnly: false };
  const { survey: ask } = storage;
  return { ...storage, survey: async (question) => ({ ...(await ask(question)), mount }) };
}
