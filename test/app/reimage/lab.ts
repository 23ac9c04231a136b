import type { World } from '../../../src/app/world.ts';
import { machineScripts } from '../../../src/generated/machineScripts.ts';
import type { ArmedRecord } from '../../../src/ports/gate.ts';
import type { RemoteShell } from '../../../src/ports/remoteShell.ts';
import { Failure } from '../../../src/shared/failure.ts';
import { modelEtcd } from '../../fakes/cluster/etcd.ts';
import { modelKubectl } from '../../fakes/cluster/kubectl.ts';
import { addNode, addServer, type Model, newModel } from '../../fakes/cluster/model.ts';
import { pass } from '../../fakes/cluster/time.ts';
import type { MemoryGate } from '../../fakes/memoryGate.ts';
import { routerWorld } from '../arm/lab.ts';

const boot = '01234567';
/** A machine of the lab: what runs on it, and what it does next at the gate. */
interface LabMachine {
  readonly name: string;
  readonly hostname: string;
  readonly mac: string;
  readonly address: string;
  readonly disk: string;
  runs: { readonly digest: string; readonly release: string } | undefined;
  /** What it does with the next looks at the gate. */
  next: readonly string[];
  answers: boolean;
  /** What it was given to install, since it started. */
  installs: LabMachine['runs'];
}

const disks = ['101742', '101743', '101758', '101799'];

/** The lab with its router, its machines and its cluster, of which all but the storage is in memory. Waiting lets time go by. */
export class ReimageLab {
  readonly cluster: Model;
  readonly machines: readonly LabMachine[];
  readonly gate: MemoryGate;
  readonly world: World;
  /** What was done to machines, in order. */
  readonly done: string[] = [];
  /** Machines that start without a look at the network. */
  readonly stubborn = new Set<string>();

  constructor(world: World, environment: Readonly<Record<string, string>> = { K3S_TOKEN: 'x' }) {
    const router = routerWorld(world, environment);
    this.gate = router.gate;
    this.cluster = { ...newModel(), nodes: [], members: [], pods: [] };
    // The fourth one is no node of the inventory, and does not run before it is added.
    this.machines = disks.map((disk, index) => ({
      name: `lenovo${index + 1}`,
      hostname: `lenovo${index + 1}.lab.home.lerenn.net`,
      mac: `98-fa-9b-1c-2d-0${index + 1}`,
      address: `192.168.26.1${index + 1}`,
      disk: `/dev/disk/by-id/nvme-SAMSUNG_MZVLB512HBJQ-000L7_S4ENNX0R${disk}`,
      runs: { digest: '0'.repeat(64), release: '1'.repeat(64) },
      next: [],
      answers: true,
      installs: undefined,
    }));
    for (const { name } of this.machines.slice(0, 3)) this.#join(name);
    this.machine('lenovo4').answers = false;
    this.world = {
      ...router.world,
      gates: { open: async () => this.#openGate() },
      shells: { open: async ({ host }) => this.#openShell(host) },
      k3sServer: (_shell, hostname) => ({
        kubectl: modelKubectl(this.cluster, undefined, hostname),
        etcd: modelEtcd(this.cluster),
      }),
      powers: async () => ({
        open: (_method, { hostname }) => {
          const machine = this.machine(hostname);
          return {
            method: 'ssh',
            probe: async () => ({ usable: true, detail: 'it answers' }),
            bootNetworkOnce: async () => ({ by: 'once', detail: 'BootNext is the network' }),
            cycle: async () => this.#cycle(machine),
            state: async () => 'unknown',
          };
        },
      }),
      http: { get: async () => ({ status: 0, bytes: new Uint8Array(), problem: 'no answer' }) },
      now: () => this.cluster.clock,
      clock: () => Math.floor(this.cluster.clock / 1000),
      wait: (milliseconds, signal) => this.#wait(milliseconds, signal),
    };
  }

  machine(name: string): LabMachine {
    const found = this.machines.find((each) => name === each.name || name === each.hostname);
    if (found === undefined) throw new Error(name);
    return found;
  }

  /** As when the machine is taken from the rack. */
  lose(name: string): void {
    const machine = this.machine(name);
    machine.answers = false;
    const node = this.cluster.nodes.find((each) => each.name === name);
    if (node !== undefined) node.up = false;
    for (const member of this.cluster.members) if (member.name.startsWith(`${name}-`)) member.up = false;
  }

  /** A machine that nobody wrote down joins the cluster, as a server or as an agent. */
  addStranger(name: string, role: 'server' | 'agent'): void {
    this.machine(name).answers = true;
    this.#join(name, role);
  }

  #join(name: string, role = this.cluster.members.length < 3 ? 'server' : 'agent'): void {
    const number = 10 + Number(name.slice(-1));
    const before = this.cluster.nodes.filter((node) => node.name !== name);
    const node =
      role === 'server' ? addServer(this.cluster, name, number) : addNode(this.cluster, name, number);
    const joined = {
      ...node,
      name,
      address: this.machine(name).address,
      version: 'v1.34.1+k3s1',
      finalizers: node.finalizers,
    };
    this.cluster.nodes = [...before, joined];
  }

  /** Long waits, as those for limits, never end here; other waits are over at once, and time went by. */
  #wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason);
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      if (milliseconds > 10_000) return;
      setImmediate(() => {
        pass(this.cluster, milliseconds);
        this.gate.uptime += milliseconds / 1000;
        resolve();
      });
    });
  }

  async #openGate() {
    const open = await this.gate.open();
    return {
      ...open,
      arm: async (record: ArmedRecord, ignition: string) => {
        await open.arm(record, ignition);
        this.done.push(`arm ${record.hostname.split('.')[0]}`);
        this.note(record.macs[0].replaceAll(':', '-'), 'armed', record.hostname);
      },
      disarm: async (mac: string) => {
        const was = await open.disarm(mac);
        if (was) this.note(mac.replaceAll(':', '-'), 'disarmed', 'by hand');
        return was;
      },
      state: async () => {
        for (const machine of this.machines) this.#goOn(machine);
        return open.state();
      },
    };
  }

  note(mac: string, kind: string, text = ''): void {
    this.gate.uptime += 1;
    this.gate.events.push(`${this.gate.uptime} ${boot} ${kind} ${mac} 192.168.26.99 ${text}`);
  }

  #cycle(machine: LabMachine): void {
    this.done.push(`cycle ${machine.name}`);
    machine.answers = false;
    machine.installs = undefined;
    machine.next = this.stubborn.has(machine.name)
      ? []
      : ['asked', 'script', 'ignition', 'first-boot', 'ready'];
  }

  #goOn(machine: LabMachine): void {
    const [now, ...next] = machine.next;
    const armed = this.gate.armed.get(machine.mac)?.record;
    if (now === undefined) return;
    if (now === 'ignition' && armed !== undefined) {
      this.done.push(`install ${machine.name}`);
      machine.installs = { digest: armed.digest, release: armed.release };
    }
    // Without leave it boots its own disk; once it fetched its Ignition, it needs none.
    machine.next = machine.installs === undefined && armed === undefined ? [] : next;
    this.note(machine.mac, now, now === 'ready' ? `generation=${machine.installs?.digest}` : '');
    if (now !== 'ready') return;
    machine.runs = machine.installs;
    machine.answers = true;
    if (this.gate.armed.delete(machine.mac)) this.note(machine.mac, 'disarmed', 'installed');
    this.#join(machine.name);
  }

  #openShell(host: string): RemoteShell {
    const machine = this.machines.find(({ address }) => address === host);
    if (machine?.answers !== true) throw new Failure('world', `${host} does not answer`);
    return {
      name: `core@${host}:22`,
      run: async (_script, [script, , until]) => {
        if (script === machineScripts['stop-k3s'])
          this.done.push(`stop ${machine.name}${until === 'for-good' ? ' for good' : ''}`);
        return { status: 0, stdout: Buffer.from(tellings(machine)), stderr: '' };
      },
      reconnect: async () => {},
      close: async () => {},
    };
  }
}

/** What a machine says of itself. */
function tellings({ hostname, runs, mac, disk }: LabMachine): string {
  const generation = JSON.stringify({ site: 'lab', hostname, variant: 'join', ...runs });
  const lsblk = {
    blockdevices: [
      { kname: 'sda', path: '/dev/sda', type: 'disk', size: 8e9, serial: 'S1', mountpoints: ['/'] },
    ],
  };
  return [
    `generation +${generation}`,
    `mac ${mac.replaceAll('-', ':')}`,
    `link ../../sda ${disk}`,
    `lsblk +${JSON.stringify(lsblk)}`,
    'end',
    '',
  ].join('\n');
}
