import { existsSync, lstatSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningMachine } from './boot.ts';
import type { ServiceUnit } from './units.ts';

/**
 * How a unit ended: `dependency`: one that it requires failed when it was to start. systemd does not start it again when that one comes up
 * after a restart, unless that has RestartMode=direct.
 */
export type UnitState = 'done' | 'failed' | 'skipped' | 'dependency';

/** What became of the units of a boot; undefined where the power went first. */
export interface BootOutcome {
  readonly cut: boolean;
  readonly units: ReadonlyMap<string, UnitState>;
}

/** Changes the world when a unit has ended, each time that it was started. */
export type OnUnitEnd = (unit: string, state: UnitState) => Promise<void>;

/**
 * A model of systemd that starts units one after the other. Sources: systemd.unit(5), systemd.service(5). A unit that fails and has Restart=
 * is tried `attempts` times, which in truth is for ever.
 */
export class Systemd {
  readonly #machine: RunningMachine;
  readonly #root: string;
  readonly #lab: string;
  readonly #units: readonly ServiceUnit[];
  readonly #states = new Map<string, UnitState>();
  readonly #attempts: number;
  readonly #onEnd: OnUnitEnd | undefined;

  constructor(
    machine: RunningMachine,
    at: {
      readonly root: string;
      readonly lab: string;
      readonly attempts: number;
      readonly onEnd: OnUnitEnd | undefined;
    },
    units: readonly ServiceUnit[],
  ) {
    this.#machine = machine;
    this.#root = at.root;
    this.#lab = at.lab;
    this.#attempts = at.attempts;
    this.#onEnd = at.onEnd;
    this.#units = units;
  }

  /** Starts K3s where it is enabled, as nothing orders it behind anything of ours; then the units. */
  async start(): Promise<BootOutcome> {
    const cut = await this.#all().then(
      () => false,
      (error: unknown) => {
        if (error instanceof PowerCut) return true;
        throw error;
      },
    );
    return { cut, units: this.#states };
  }

  async #all(): Promise<void> {
    for (const name of ['k3s', 'k3s-agent']) {
      if (this.#has(`/etc/systemd/system/multi-user.target.wants/${name}.service`))
        await this.#run('systemd', ['/lab/programs/systemctl.sh', 'start', '--no-block', `${name}.service`]);
    }
    const again: ServiceUnit[] = [];
    for (const unit of this.#units) {
      if (!(await this.#first(unit)) && unit.restart !== 'no') again.push(unit);
    }
    for (const unit of again) await this.#until(unit, this.#attempts - 1);
  }

  /** Answers whether there is nothing more to do for it. */
  async #first(unit: ServiceUnit): Promise<boolean> {
    const broken = unit.requires.some((name) =>
      ['failed', 'dependency'].includes(this.#states.get(name) ?? ''),
    );
    if (broken) {
      this.#states.set(unit.name, 'dependency');
      return true;
    }
    return this.#until(unit, unit.restart === 'direct' ? this.#attempts : 1);
  }

  async #until(unit: ServiceUnit, attempts: number): Promise<boolean> {
    for (let attempt = 0; attempt < attempts && this.#states.get(unit.name) !== 'done'; attempt++) {
      const state = await this.#attempt(unit);
      this.#states.set(unit.name, state);
      await this.#onEnd?.(unit.name, state);
      await this.#jobs();
      if (this.#states.get(unit.name) !== 'failed') return true;
    }
    return this.#states.get(unit.name) === 'done';
  }

  async #attempt(unit: ServiceUnit): Promise<UnitState> {
    if (!unit.paths.every(({ path, there }) => this.#has(path) === there)) return 'skipped';
    let failed = false;
    for (const command of [...unit.start, ...unit.startPost]) {
      const status = await this.#run(unit.name, command.words);
      if (status === 0 || command.mayFail) continue;
      failed = true;
      break;
    }
    const result = failed ? 'exit-code' : 'success';
    for (const command of failed ? unit.stopPost : []) await this.#run(unit.name, command.words, result);
    return failed ? 'failed' : 'done';
  }

  /** What `systemctl --no-block` asked for meanwhile. A start of what is to start anyway, or has, is none. */
  async #jobs(): Promise<void> {
    const file = join(this.#lab, 'jobs');
    if (!existsSync(file)) return;
    const jobs = new Set(readFileSync(file, 'utf8').trim().split('\n'));
    rmSync(file);
    for (const unit of this.#units) {
      const state = this.#states.get(unit.name);
      const started = jobs.has(`start ${unit.name}`) && (state === 'skipped' || state === 'failed');
      if (started || jobs.has(`restart ${unit.name}`)) this.#states.set(unit.name, await this.#attempt(unit));
    }
    await this.#jobs();
  }

  async #run(unit: string, words: readonly string[], result?: 'success' | 'exit-code'): Promise<number> {
    const status = await this.#machine.run(unit, { words, mayFail: false }, result);
    if (status === undefined) throw new PowerCut();
    return status;
  }

  #has(path: string): boolean {
    return lstatSync(join(this.#root, path), { throwIfNoEntry: false }) !== undefined;
  }
}

/** The power went. */
class PowerCut extends Error {}
