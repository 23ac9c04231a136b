import { setTimeout } from 'node:timers/promises';
import { remoteShells } from '../../../../src/adapters/ssh/remoteShells.ts';
import type { World } from '../../../../src/app/world.ts';
import type { PowerControl } from '../../../../src/ports/power.ts';
import { routerWorld } from '../../../app/arm/lab.ts';
import type { MemoryGate } from '../../../fakes/memoryGate.ts';
import { install } from './ignition.ts';
import type { ClusterLab } from './lab.ts';
import type { Hardware } from './machine.ts';
import type { Server } from './server.ts';

const boot = '01234567';

/**
 * The lab's site, as Pilotlight reaches it: machines by SSH, and through them the cluster. The router's gate and the power switches are models:
 * an armed machine that starts is wiped, installed with what the gate has for it, and joins the cluster through another server.
 */
export class ClusterSite {
  readonly gate: MemoryGate;
  readonly world: World;
  /** What was done to machines, in order. */
  readonly done: string[] = [];
  /** Machines that did not come up, and why. */
  readonly broken: string[] = [];
  readonly #lab: ClusterLab;
  readonly #boots: Promise<void>[] = [];
  #skipped = 0;

  constructor(world: World, lab: ClusterLab) {
    const router = routerWorld(world, { K3S_TOKEN: 'x' });
    const shells = remoteShells({ privateKey: lab.login.private });
    this.#lab = lab;
    this.gate = router.gate;
    for (const { machine } of lab.servers) this.#hearHostKey(machine.hardware, machine.hostKey);
    this.world = {
      ...router.world,
      shells: {
        open: (destination, signal) => {
          const server = this.#at(destination.host);
          return shells.open({ ...destination, host: '127.0.0.1', port: server.machine.sshPort }, signal);
        },
      },
      k3sServer: world.k3sServer,
      powers: async () => ({ open: (_method, { hostname }) => this.#power(lab.server(hostname)) }),
      now: () => performance.now() + this.#skipped,
      clock: () => Math.floor(Date.now() / 1000),
      wait: hurriedly,
    };
  }

  /** Lets it be later for whoever waits for a limit. */
  skip(seconds: number): void {
    this.#skipped += seconds * 1000;
  }

  /** Waits for machines that still start. */
  async settle(): Promise<void> {
    await Promise.all(this.#boots);
  }

  #at(address: string): Server {
    const found = this.#lab.servers.find(({ machine }) => machine.hardware.address === address);
    if (found === undefined) throw new Error(address);
    return found;
  }

  #power(server: Server): PowerControl {
    const { hostname } = server.machine.hardware;
    return {
      method: 'ssh',
      probe: async () => ({ usable: true, detail: 'it answers' }),
      bootNetworkOnce: async () => ({ by: 'once', detail: 'BootNext is the network' }),
      cycle: async () => {
        this.done.push(`cycle ${hostname.split('.')[0]}`);
        this.#boots.push(this.#boot(server).catch((error) => void this.broken.push(`${hostname}: ${error}`)));
      },
      state: async () => 'unknown',
    };
  }

  async #boot(server: Server): Promise<void> {
    const { machine } = server;
    const { mac, hostname } = machine.hardware;
    await machine.kill();
    this.#note(mac, 'asked');
    const armed = this.gate.armed.get(mac);
    if (armed === undefined) {
      await machine.start();
      return server.restart();
    }
    for (const kind of ['script', 'ignition']) this.#note(mac, kind);
    this.done.push(`install ${hostname.split('.')[0]}`);
    const { files, settings } = install(armed.ignition);
    await machine.install(files);
    await machine.start();
    this.#note(mac, 'first-boot');
    this.#hearHostKey(machine.hardware, machine.hostKey);
    await server.join(await this.#living(server), settings);
    this.#note(mac, 'ready', `generation=${armed.record.digest}`);
    if (this.gate.armed.delete(mac)) this.#note(mac, 'disarmed', 'installed');
  }

  /** A server that answers, as the unit that installs K3s looks for one. */
  async #living(joining: Server): Promise<Server> {
    return Promise.any(
      this.#lab.servers
        .filter((server) => server !== joining)
        .map(async (server) => {
          await server.etcd.read(true);
          return server;
        }),
    );
  }

  #note(mac: string, kind: string, text = ''): void {
    this.gate.uptime += 1;
    this.gate.events.push(`${this.gate.uptime} ${boot} ${kind} ${mac} 192.168.26.99 ${text}`);
  }

  #hearHostKey({ mac, address }: Hardware, line: string): void {
    const [, data = ''] = line.split(' ');
    const before = this.gate.hostKeys.findIndex((each) => each.includes(mac));
    const [, , , , old = '-'] = before < 0 ? [] : (this.gate.hostKeys.splice(before, 1)[0]?.split(' ') ?? []);
    this.gate.uptime += 1;
    this.gate.hostKeys.push(`${this.gate.uptime} ${boot} ${mac} ${address} ${data} ${old}`);
  }
}

/** Looks are taken ten times as often as usual; limits are as long as they are. */
function hurriedly(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return setTimeout(milliseconds < 20_000 ? milliseconds / 10 : milliseconds, undefined, { signal });
}

/** A world that a runner can be lost in: nothing that it asks of the world afterwards is done, or answered. */
export function losable(world: World): { readonly world: World; lose(): void } {
  let isLost = false;
  const never = new Promise<never>(() => {});
  const unlessLost = <A extends unknown[], R>(act: (...words: A) => Promise<R>) => {
    return (...words: A): Promise<R> => (isLost ? never : act(...words));
  };
  return {
    lose: () => {
      isLost = true;
    },
    world: {
      ...world,
      wait: unlessLost(world.wait),
      shells: {
        open: unlessLost(async (...words) => {
          const shell = await world.shells.open(...words);
          return { ...shell, run: unlessLost(shell.run) };
        }),
      },
      gates: {
        open: unlessLost(async (...words) => {
          const gate = await world.gates.open(...words);
          return {
            ...gate,
            arm: unlessLost(gate.arm),
            disarm: unlessLost(gate.disarm),
            state: unlessLost(gate.state),
          };
        }),
      },
      storages: {
        open: unlessLost(async (...words) => {
          const storage = await world.storages.open(...words);
          return { ...storage, unpack: unlessLost(storage.unpack) };
        }),
      },
    },
  };
}
