import type { ClusterView } from '../../../../src/reimage/plan/facts.ts';
import { neededOf, whyNotLeave } from '../../../../src/reimage/plan/quorum.ts';
import type { GateMoment } from '../../../../src/reimage/run/access.ts';
import type { Digest } from '../../../../src/shared/digest.ts';
import { Failure } from '../../../../src/shared/failure.ts';
import { VirtualTime } from './time.ts';

export const release = 'a'.repeat(64) as Digest;
export const oldDigest = '0'.repeat(64) as Digest;
export const newDigest = '1'.repeat(64) as Digest;

export interface ModelMachine {
  readonly hostname: string;
  readonly role: 'server' | 'agent';
  /** What runs; `nothing` while it starts or installs itself. */
  runs: 'nothing' | Digest;
  onDisk: Digest | undefined;
  k3s: boolean;
  /** What is installed founds a new cluster when it starts first. */
  founds: boolean;
  /** Told from each other: what an earlier start was about to do is not done any more. */
  start: number;
}

interface Permission {
  readonly founds: boolean;
  /** When its Ignition was fetched. */
  fetchedAt?: number;
  progress: 'waiting' | 'asked' | 'fetched';
  readonly number: number;
  readonly until: number;
}

/** A site in memory: machines that start and install themselves, a gate, a cluster. It counts what must never happen. */
export class ModelWorld {
  readonly time = new VirtualTime();
  readonly machines = new Map<string, ModelMachine>();
  readonly permissions = new Map<string, Permission>();
  readonly stories = new Map<string, GateMoment[]>();
  readonly nodes = new Map<string, { ready: boolean; cordoned: boolean }>();
  readonly members = new Map<string, { healthy: boolean; learner: boolean }>();
  /** By permission: how many installations it led to. */
  readonly installations = new Map<number, number>();
  /** What must never happen, and did. A step that throws only fails: so it is written down. */
  readonly wrongs: string[] = [];
  #permissions = 0;
  /** Clusters that were founded. */
  founded = 1;
  /** Those of them by the run that is under way; undefined where that is not to be counted. */
  foundedInRun: number | undefined;
  /** Servers that we took out, and that are not back. */
  readonly out = new Set<string>();
  mostOut = 0;
  /** Operators hang and sleep: what one is about to do may be overtaken. */
  isRough = false;
  /** Whether an installation breaks off: asked for each. */
  breaks: () => boolean = () => false;

  constructor(servers: number, agents: number) {
    for (let index = 0; index < servers; index += 1) this.#add(`s${index}`, 'server');
    for (let index = 0; index < agents; index += 1) this.#add(`w${index}`, 'agent');
  }

  #add(hostname: string, role: ModelMachine['role']): void {
    this.machines.set(hostname, {
      hostname,
      role,
      runs: oldDigest,
      onDisk: oldDigest,
      k3s: true,
      founds: false,
      start: 0,
    });
    this.nodes.set(hostname, { ready: true, cordoned: false });
    if (role === 'server') this.members.set(hostname, { healthy: true, learner: false });
  }

  machine(hostname: string): ModelMachine {
    const found = this.machines.get(hostname);
    if (found === undefined) throw new Error(hostname);
    return found;
  }

  get voters(): { readonly healthy: number; readonly all: number } {
    const voters = [...this.members.values()].filter(({ learner }) => !learner);
    return { all: voters.length, healthy: voters.filter(({ healthy }) => healthy).length };
  }

  hasQuorum(): boolean {
    const { all, healthy } = this.voters;
    return healthy >= neededOf(all);
  }

  /** By the word of a server that is not the one named; undefined where none answers. */
  view(except: string): ClusterView | undefined {
    const teller = [...this.machines.values()].find(
      ({ hostname, role, k3s }) =>
        role === 'server' && hostname !== except && k3s && this.members.get(hostname)?.healthy === true,
    );
    if (teller === undefined || !this.hasQuorum()) return undefined;
    return {
      toldBy: teller.hostname,
      nodes: [...this.nodes].map(([name, { ready, cordoned }]) => ({
        name,
        ready,
        cordoned,
        deleting: false,
        server: this.machine(name).role === 'server',
        version: 'v1.35.2+k3s1',
        labels: {},
        annotations: {},
        taints: [],
      })),
      members: [...this.members].map(([name, member]) => ({ id: name, name, node: name, ...member })),
    };
  }

  removeMember(hostname: string): void {
    if (!this.members.has(hostname)) return;
    const why = whyNotLeave(this.view(hostname)?.members ?? [], hostname);
    if (why !== undefined) throw new Failure('refused', why);
    this.members.delete(hostname);
    this.takenOut(hostname);
    this.#must(this.hasQuorum(), `${hostname} left, and quorum is lost`);
  }

  #must(isSo: boolean, wrong: string): void {
    if (!isSo) this.wrongs.push(wrong);
  }

  deleteNode(hostname: string): void {
    if (this.members.has(hostname)) this.removeMember(hostname);
    this.nodes.delete(hostname);
  }

  /** From now on a server does not serve, by our doing. */
  takenOut(hostname: string): void {
    if (this.machine(hostname).role !== 'server') return;
    this.out.add(hostname);
    this.mostOut = Math.max(this.mostOut, this.out.size);
  }

  arm(hostname: string, milliseconds: number, founds = false): void {
    const before = this.permissions.get(hostname);
    const isOld = before?.fetchedAt !== undefined && before.fetchedAt < this.time.now - 1000;
    this.#must(!isOld, `${hostname} was armed again while it installed itself`);
    this.#must(
      founds || this.hasQuorum() || this.machine(hostname).role !== 'server',
      `${hostname} was armed without a quorum`,
    );
    const number = this.#permissions++;
    const until = this.time.now + milliseconds;
    this.permissions.set(hostname, { progress: 'waiting', number, until, founds });
    this.stories.set(hostname, [{ kind: 'armed', text: hostname }]);
    this.time.after(milliseconds, () => {
      if (this.permissions.get(hostname)?.number !== number) return;
      this.permissions.delete(hostname);
      this.note(hostname, 'expired');
    });
  }

  disarm(hostname: string): void {
    if (this.permissions.delete(hostname)) this.note(hostname, 'disarmed');
  }

  note(hostname: string, kind: string): void {
    this.stories.get(hostname)?.push({ kind, text: '' });
  }

  /** The router forgets all that is in its memory. */
  restartRouter(): void {
    this.permissions.clear();
    this.stories.clear();
  }

  /** A machine stops, and starts: from the network where it is told to, which leads it to the gate. */
  cycle(hostname: string, network: boolean): void {
    this.#must(
      !this.members.has(hostname) || this.members.size === 1,
      `${hostname} was restarted while etcd counts it`,
    );
    const fetchedAt = this.permissions.get(hostname)?.fetchedAt;
    const isInstalling = fetchedAt !== undefined && fetchedAt < this.time.now - 1000;
    this.#must(!isInstalling || this.isRough, `${hostname} was restarted while it installed itself`);
    this.restart(hostname, network);
  }

  /** The same, by somebody else's doing. */
  restart(hostname: string, network: boolean): void {
    const machine = this.machine(hostname);
    const start = ++machine.start;
    machine.runs = 'nothing';
    machine.k3s = false;
    const member = this.members.get(hostname);
    if (member !== undefined) member.healthy = false;
    const node = this.nodes.get(hostname);
    if (node !== undefined) node.ready = false;
    this.#later(machine, start, 6000, () => (network ? this.#atGate(machine, start) : this.#boot(machine)));
  }

  #later(machine: ModelMachine, start: number, milliseconds: number, act: () => void): void {
    this.time.after(milliseconds, () => {
      if (machine.start === start) act();
    });
  }

  #atGate(machine: ModelMachine, start: number): void {
    const { hostname } = machine;
    const permission = this.permissions.get(hostname);
    if (permission === undefined || permission.progress === 'fetched') {
      this.#boot(machine);
      return;
    }
    permission.progress = 'asked';
    this.#later(machine, start, 4000, () => {
      if (this.permissions.get(hostname) !== permission) return;
      permission.progress = 'fetched';
      permission.fetchedAt = this.time.now;
      this.note(hostname, 'ignition');
      const times = (this.installations.get(permission.number) ?? 0) + 1;
      this.installations.set(permission.number, times);
      machine.onDisk = undefined;
      if (this.breaks()) return;
      this.#later(machine, start, 7000, () => {
        machine.onDisk = newDigest;
        machine.founds = permission.founds;
        this.#boot(machine);
      });
    });
  }

  #boot(machine: ModelMachine): void {
    if (machine.onDisk === undefined) return;
    machine.runs = machine.onDisk;
    if (machine.runs === newDigest) this.note(machine.hostname, 'first-boot');
    this.#later(machine, machine.start, 5000, () => this.#join(machine));
  }

  /** It goes on joining until there is something to join. Of servers, etcd teaches one at a time. */
  #join(machine: ModelMachine): void {
    const { hostname, role, start } = machine;
    if (machine.founds) this.#found(machine);
    if (!this.hasQuorum() || [...this.members.values()].some(({ learner }) => learner))
      return void this.#later(machine, start, 3000, () => this.#join(machine));
    machine.k3s = true;
    this.nodes.set(hostname, { ready: true, cordoned: this.nodes.get(hostname)?.cordoned ?? false });
    if (role === 'server' && !this.members.has(hostname)) {
      this.members.set(hostname, { healthy: true, learner: true });
      this.#later(machine, start, 4000, () => this.members.set(hostname, { healthy: true, learner: false }));
    } else if (role === 'server') this.members.set(hostname, { healthy: true, learner: false });
    this.#later(machine, start, 5000, () => {
      this.out.delete(hostname);
      this.note(hostname, 'ready');
      if (machine.runs === newDigest && this.permissions.get(hostname)?.progress === 'fetched')
        this.disarm(hostname);
    });
  }

  /** A new cluster, of one server. Nothing of an old one may answer. */
  #found(machine: ModelMachine): void {
    machine.founds = false;
    this.#must(this.view(machine.hostname) === undefined, 'a cluster was founded beside one that answers');
    this.founded += 1;
    if (this.foundedInRun !== undefined) this.foundedInRun += 1;
    this.members.clear();
    this.nodes.clear();
    this.members.set(machine.hostname, { healthy: true, learner: false });
  }
}
