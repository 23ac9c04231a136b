import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type MachineFolders, type RunningMachine, switchOn } from './boot.ts';
import type { LabNetwork } from './network.ts';
import { listenForSteps, type OnStep } from './steps.ts';
import { type BootOutcome, type OnUnitEnd, Systemd } from './systemd.ts';
import { enabledServices } from './units.ts';

/** How a machine is switched on. */
export interface BootOptions {
  /** The power goes at the first step of this name. */
  readonly cutAt?: string;
  /** Is told of each step that has left something new, while the machine stands still. */
  readonly onStep?: OnStep;
  /** How often a unit that fails is started. */
  readonly attempts?: number;
  readonly onEnd?: OnUnitEnd;
}

/** A machine whose disk Ignition has installed. */
export class Machine {
  readonly folders: MachineFolders;
  readonly #network: LabNetwork;
  #running: RunningMachine | undefined;

  constructor(folders: MachineFolders, network: LabNetwork) {
    this.folders = folders;
    this.#network = network;
    for (const name of ['k3s', 'labels', 'programs', 'journal', 'cut'])
      mkdirSync(join(folders.lab, name), { recursive: true });
  }

  /** Runs the first boot, or the next one, until all units ended or the power goes; then it is off. */
  async boot({ cutAt, onStep, attempts = 3, onEnd }: BootOptions = {}): Promise<BootOutcome> {
    for (const name of ['cut', 'journal']) {
      rmSync(join(this.folders.lab, name), { recursive: true });
      mkdirSync(join(this.folders.lab, name));
    }
    const at = onStep === undefined ? cutAt : 'each';
    if (at !== undefined) writeFileSync(join(this.folders.lab, 'cut/at'), `${at}\n`);
    const steps = onStep === undefined ? undefined : listenForSteps(this.folders.lab, onStep);
    writeFileSync(join(this.folders.lab, 'bootId'), `${randomUUID()}\n`);
    this.#isOnDisk();
    const machine = switchOn(this.folders, this.#network.machine);
    this.#running = machine;
    try {
      const place = { root: this.folders.root, lab: this.folders.lab, attempts, onEnd };
      const outcome = new Systemd(machine, place, enabledServices(this.folders.root)).start();
      return await Promise.race([outcome, ...(steps === undefined ? [] : [steps.failed])]);
    } finally {
      steps?.close();
      await machine.off();
    }
  }

  /** Switches it off, and takes it away. */
  async remove(): Promise<void> {
    await this.#running?.off();
    rmSync(dirname(this.folders.lab), { recursive: true, force: true });
  }

  /** The text of a file of its disk; undefined where there is none. */
  text(path: string): string | undefined {
    const file = join(this.folders.root, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  /** Whether there is anything of that name, be it a link that leads nowhere from here. */
  has(path: string): boolean {
    return lstatSync(join(this.folders.root, path), { throwIfNoEntry: false }) !== undefined;
  }

  makeFolder(path: string): void {
    mkdirSync(join(this.folders.root, path), { recursive: true });
  }

  removeFolder(path: string): void {
    rmSync(join(this.folders.root, path), { recursive: true });
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folders.root, path), text);
  }

  /** A setting or a record of a model: `k3s/starts`. */
  lab(name: string): string[] {
    const file = join(this.folders.lab, name);
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  }

  set(name: string, value: string | number): void {
    writeFileSync(join(this.folders.lab, name), `${value}\n`);
  }

  /** What a unit said since the last boot. */
  journal(unit: string): string {
    return this.lab(`journal/${unit}.service`).join('\n');
  }

  /** Paths of files that a cut of the power may empty: they were not synced since they were written. */
  unsynced(): string[] {
    const durable = new Set(this.lab('durable'));
    return this.#files().flatMap(({ path, mark, size }) => (size === 0 || durable.has(mark) ? [] : [path]));
  }

  empty(path: string): void {
    truncateSync(join(this.folders.root, path), 0);
  }

  #isOnDisk(): void {
    const marks = this.#files().map(({ mark }) => `${mark}\n`);
    writeFileSync(join(this.folders.lab, 'durable'), marks.join(''));
  }

  /** The files of its disk; the mark is what sync.sh writes of them. */
  #files(): {
    readonly path: string;
    readonly inode: string;
    readonly mark: string;
    readonly size: number;
  }[] {
    return ['etc', 'var'].flatMap((top) =>
      readdirSync(join(this.folders.root, top), { recursive: true, encoding: 'utf8' }).flatMap((name) => {
        const path = join(top, name);
        const stat = lstatSync(join(this.folders.root, path), { bigint: true });
        if (!stat.isFile()) return [];
        const seconds = stat.mtimeNs / 1_000_000_000n;
        const rest = `${stat.mtimeNs % 1_000_000_000n}`.padStart(9, '0');
        const inode = `${stat.ino}`;
        const mark = `${inode} ${stat.size} ${seconds}.${rest}0`;
        return [{ path, inode, mark, size: Number(stat.size) }];
      }),
    );
  }

  /** Another machine whose disk and surroundings are the same. */
  copy(folders: MachineFolders): Machine {
    Machine.copyRoot(this.folders.root, folders.root);
    const copied = new Machine(folders, this.#network);
    cpSync(join(this.folders.lab, 'k3s'), join(folders.lab, 'k3s'), { recursive: true });
    for (const name of ['told', 'clock', 'unmodelled']) {
      if (existsSync(join(this.folders.lab, name)))
        cpSync(join(this.folders.lab, name), join(folders.lab, name));
    }
    // What a file is labelled with goes with its inode.
    for (const { path, inode } of this.#files()) {
      const label = join(this.folders.lab, 'labels', inode);
      if (!existsSync(label)) continue;
      const { ino } = lstatSync(join(folders.root, path), { bigint: true });
      cpSync(label, join(folders.lab, 'labels', `${ino}`));
    }
    return copied;
  }

  static copyRoot(from: string, to: string): void {
    cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  }
}
