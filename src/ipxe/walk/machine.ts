import type { IpxeAge } from '../commandTable.ts';
import type { Script } from '../script.ts';
import { resolveUri } from '../uri.ts';
import { type Image, Images } from './images.ts';
import { Menus } from './menus.ts';
import type { Answer, CommandResult, Fetch, ScriptPlace, TraceEvent, WalkOptions } from './outcome.ts';
import { ended, failed } from './outcome.ts';
import { SettingsStore } from './settingsStore.ts';

/** A script that runs. */
export interface Frame {
  readonly image: Image;
  readonly script: Script;
  /** The first statement of each label. */
  readonly labels: ReadonlyMap<string, number>;
  /** The line that runs. */
  line: number;
  /** How far a command wants processing to stop: `goto` ends its line, `exit` its script. */
  stop: 'none' | 'line' | 'script';
  /** The statement to go on with after `goto`. */
  jump: number | undefined;
  /** What `chain --replace` runs in place of this script. */
  replacement: Image | undefined;
}

/** How a script ended: with a result, or by naming what runs in its place. */
export interface ScriptResult {
  readonly result: CommandResult;
  readonly replacement: Image | undefined;
}

/** Runs a script's lines. Handed in, because commands run scripts and scripts run commands. */
export type ScriptRunner = (machine: Machine, image: Image) => Promise<ScriptResult>;

/** Settings that iPXE itself supplies, as a UEFI build for x86_64 does. */
function builtIn(age: IpxeAge): Record<string, string> {
  return { platform: 'efi', buildarch: 'x86_64', version: age === 'old' ? '1.0.0' : '2.0.0' };
}

/** Distributive, so that each kind of event keeps its own keys. */
type WithoutPlace<T> = T extends unknown ? Omit<T, 'place'> : never;

const deepest = 64;

/** The state of a walking machine. */
export class Machine {
  readonly age: IpxeAge;
  readonly settings: SettingsStore;
  readonly images = new Images();
  readonly menus = new Menus();
  readonly trace: TraceEvent[] = [];
  readonly frames: Frame[] = [];
  readonly runScript: ScriptRunner;
  readonly #fetch: Fetch;
  readonly #stepLimit: number;
  #steps = 0;

  constructor(options: WalkOptions, runScript: ScriptRunner) {
    this.runScript = runScript;
    this.age = options.ipxe ?? 'old';
    this.settings = new SettingsStore({ ...builtIn(this.age), ...options.settings });
    this.#fetch = options.fetch;
    this.#stepLimit = options.stepLimit ?? 10_000;
  }

  /** The script that runs, if any. */
  get frame(): Frame | undefined {
    return this.frames.at(-1);
  }

  get place(): ScriptPlace | undefined {
    return this.frame === undefined ? undefined : { url: this.frame.image.url, line: this.frame.line };
  }

  note(event: WithoutPlace<TraceEvent>): void {
    const { place } = this;
    this.trace.push({ ...event, ...(place === undefined ? {} : { place }) } as TraceEvent);
  }

  /** Counts a command; answers the walk's end when there were too many, or scripts are nested too deep. */
  step(): CommandResult | undefined {
    this.#steps++;
    const where = this.frame?.image.url ?? '';
    if (this.frames.length > deepest) {
      return ended({
        kind: 'loops',
        why: `scripts chain each other ${deepest} deep, the last one is ${where}`,
      });
    }
    if (this.#steps > this.#stepLimit) {
      return ended({
        kind: 'loops',
        why: `more than ${this.#stepLimit} commands ran, the last ones in ${where}`,
      });
    }
    return undefined;
  }

  /** Fetches an image and registers it, or says why it could not. */
  async download(uri: string): Promise<Image | CommandResult> {
    const url = resolveUri(this.frame?.image.url, uri);
    if (this.age === 'old' && url.startsWith('https:')) return failed(`${url}: this iPXE has no HTTPS`);
    const answer = await this.#fetch(url);
    this.note({ kind: 'fetch', url, status: answer.status });
    const problem = problemOf(answer);
    return problem === undefined
      ? this.images.register(answer.url ?? url, answer)
      : failed(`${url}: ${problem}`);
  }
}

function problemOf({ status }: Answer): string | undefined {
  if (status >= 200 && status < 300) return undefined;
  return status === 0 ? 'the server cannot be reached' : `HTTP status ${status}`;
}

/** Tells an image from the failure to get it. */
export function isImage(value: Image | CommandResult): value is Image {
  return 'url' in value;
}
