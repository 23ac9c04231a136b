import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type GateView, readGate } from '../../../src/router/gate/state.ts';
import { install } from '../../real/ignitionRoot.ts';
import { makePlace, type Place, putNode, shellOf } from '../../router/gate/place.ts';
import { requireRouter } from '../../router/lab/requireRouter.ts';
import type { Skipping } from '../../tools/tools.ts';
import type { MachineFolders } from './boot.ts';
import { type ClusterCa, newCa } from './certificates.ts';
import { type ArmedConfiguration, configurationFor, type Wanted } from './configurations.ts';
import { writeImage } from './image.ts';
import { Machine } from './machine.ts';
import { type LabNetwork, startNetwork } from './network.ts';
import { type ShellName, writeStandIns, writeUsr } from './programs.ts';
import { RouterServer } from './routerServer.ts';
import { Siblings } from './siblings.ts';
import { assets, domain, hostsFile, type LabNode, nodes, servedAssets } from './site.ts';
import { startUpstream, type Upstream } from './upstream.ts';

/** What a machine of a test is like. */
export interface MachineWanted extends Wanted {
  readonly shell?: ShellName;
  /** Whether its programs have steps that the power can go at. */
  readonly stepped?: boolean;
  /** Whether the names of its siblings resolve. */
  readonly dns?: boolean;
}

/** A router, its gate, the siblings, and the place where one machine stands. */
export class Lab {
  readonly #folder = mkdtempSync('/dev/shm/pilotlight-first-boot-');
  readonly #usr = new Map<string, string>();
  readonly #installed = new Map<string, Promise<{ root: string; configuration: ArmedConfiguration }>>();
  readonly #network: LabNetwork;
  readonly #node: LabNode;
  readonly #machines: Machine[] = [];
  #made = 0;
  #upstream: Upstream | undefined;
  readonly gate: Place;
  readonly router: RouterServer;
  readonly siblings: Siblings;
  /** Of the cluster, and of another one. */
  readonly ca: ClusterCa;
  readonly otherCa: ClusterCa;

  private constructor(network: LabNetwork, node: LabNode, gate: Place, cas: readonly [ClusterCa, ClusterCa]) {
    this.#network = network;
    this.#node = node;
    this.gate = gate;
    this.router = new RouterServer(network, gate);
    this.siblings = new Siblings(network);
    [this.ca, this.otherCa] = cas;
    writeStandIns(join(this.#folder, 'programs'));
  }

  static async start(node: LabNode, context: Skipping): Promise<Lab> {
    requireRouter(context);
    const others = Object.values(nodes).filter((each) => each !== node);
    const network = await startNetwork(
      ['192.168.26.1', ...others.map(({ address }) => address)],
      node.address,
    );
    const hosts = Object.values(nodes).flatMap(({ name, address }) => [`${name}.${domain}`, name, address]);
    const cas = await Promise.all([newCa(hosts, context), newCa(hosts, context)]);
    const lab = new Lab(network, node, makePlace(shellOf('busybox', context)), cas);
    await lab.router.start();
    return lab;
  }

  /** A machine that was armed, and has just been installed by Ignition; the world around it is a good one. */
  async machine(wanted: MachineWanted, context: Skipping): Promise<Machine> {
    const { shell = 'bash', stepped = false, dns = true, ...rest } = wanted;
    const { root, configuration } = await this.#install(rest, context);
    this.router.serve(servedAssets());
    await this.router.start();
    await this.arm(configuration);
    const folders = this.#folders(shell, stepped, context);
    Machine.copyRoot(root, folders.root);
    const machine = this.#keep(new Machine(folders, this.#network));
    if (dns) machine.write('etc/hosts', hostsFile());
    return machine;
  }

  /** A machine whose disk is that of another one, which is off. */
  copy(machine: Machine, shell: ShellName, context: Skipping): Machine {
    return this.#keep(machine.copy(this.#folders(shell, false, context)));
  }

  /** Lets the gate wait for the machine, which has its Ignition. */
  async arm({ ignition, digest }: ArmedConfiguration): Promise<void> {
    const { mac, address, name } = this.#node;
    this.gate.reboot();
    this.gate.neighbour(address, mac);
    const hexhyp = mac.replaceAll(':', '-');
    const record = putNode(this.gate, mac, `${name}.${domain}`);
    await this.gate.gate.arm({ ...record, digest }, ignition);
    const script = await this.gate.ask({ path: `/${hexhyp}`, address });
    const [, nonce] = /\/([0-9a-f]{32})\/ignition/.exec(script.body) ?? [];
    await this.gate.ask({ path: `/${hexhyp}/${nonce}/ignition`, address });
  }

  /** Answers what makes the gate know again what it knows now. */
  rememberGate(): () => void {
    const kept = join(this.#folder, 'gate');
    const copy = (from: string, to: string): void => {
      rmSync(to, { recursive: true, force: true });
      cpSync(from, to, { recursive: true });
    };
    copy(this.gate.state, kept);
    return () => copy(kept, this.gate.state);
  }

  /** What the gate has heard of the machine: `ready …`, `failed unit=… text=…`. */
  async heard(): Promise<string[]> {
    const own = ['armed', 'asked', 'script', 'ignition', 'disarmed'];
    const { events } = await this.view();
    return events.filter(({ kind }) => !own.includes(kind)).map(({ kind, text }) => `${kind} ${text}`);
  }

  async view(): Promise<GateView> {
    return readGate(await this.gate.gate.state());
  }

  /** Takes the machines away, and the siblings. */
  async clear(): Promise<void> {
    for (const machine of this.#machines.splice(0)) await machine.remove();
    await this.siblings.close();
  }

  /** Lets a machine reach the Internet's K3s, which is at the router's address, and trust it. */
  async connectToUpstream(machine: Machine, context: Skipping): Promise<void> {
    this.#upstream ??= await startUpstream(this.#network, context);
    machine.write('etc/hosts', `${hostsFile()}192.168.26.1 get.k3s.io\n`);
    machine.makeFolder('etc/ssl/certs');
    machine.write('etc/ssl/certs/ca-certificates.crt', this.#upstream.ca.pem);
    machine.set('k3s/upstream', Buffer.from(assets.k3s ?? '').toString());
  }

  async close(): Promise<void> {
    this.#upstream?.server.close();
    await this.clear();
    this.router.stop();
    await this.#network.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #folders(shell: ShellName, stepped: boolean, context: Skipping): MachineFolders {
    const folder = join(this.#folder, `machine${this.#made++}`);
    for (const name of ['root', 'lab']) mkdirSync(join(folder, name), { recursive: true });
    return {
      root: join(folder, 'root'),
      lab: join(folder, 'lab'),
      usr: this.#usrFor(shell, stepped, context),
      programs: join(this.#folder, 'programs'),
    };
  }

  #keep(machine: Machine): Machine {
    this.#machines.push(machine);
    return machine;
  }

  #usrFor(shell: ShellName, stepped: boolean, context: Skipping): string {
    const key = `${shell} ${stepped}`;
    const made = this.#usr.get(key) ?? join(this.#folder, `usr${this.#usr.size}`);
    if (!this.#usr.has(key)) writeUsr(made, shell, stepped, context);
    this.#usr.set(key, made);
    return made;
  }

  #install(wanted: Wanted, context: Skipping) {
    const key = JSON.stringify(wanted);
    const made = this.#installed.get(key) ?? this.#apply(wanted, this.#installed.size, context);
    this.#installed.set(key, made);
    return made;
  }

  async #apply(wanted: Wanted, number: number, context: Skipping) {
    const configuration = await configurationFor(wanted);
    const root = join(this.#folder, `installed${number}`);
    const { folder, remove } = install(configuration.ignition, context, writeImage);
    try {
      Machine.copyRoot(folder, root);
    } finally {
      remove();
    }
    return { root, configuration };
  }
}
