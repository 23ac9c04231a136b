import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll } from 'vitest';
import { main } from '../../src/cli/main.ts';

/** The root of the project. */
export const root = resolve(import.meta.dirname, '../..');

/** What one run of the command line did. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a run may be given beside its arguments. */
export interface Surroundings {
  readonly environment?: NodeJS.ProcessEnv;
  /** Whether standard output and error are terminals. */
  readonly terminal?: boolean;
}

/** Keeps what is written to it. */
class Sink extends Writable {
  readonly isTTY: boolean;
  readonly columns = 120;
  text = '';

  constructor(terminal: boolean) {
    super();
    this.isTTY = terminal;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Runs the command line in this process, where the present folder is. A stack trace in what it says is a failure of the test. */
export async function pilotlight(args: readonly string[], surroundings: Surroundings = {}): Promise<Run> {
  const { environment = {}, terminal = false } = surroundings;
  const stdout = new Sink(terminal);
  const stderr = new Sink(terminal);
  const code = await main(args, {
    stdout,
    stderr,
    environment: {
      PATH: process.env.PATH,
      PILOTLIGHT_CACHE: join(process.cwd(), '.cache'),
      PILOTLIGHT_IMAGES: '.',
      ...environment,
    },
  });
  const said = stdout.text + stderr.text;
  if (/^\s+at .+:\d+:\d+\)?$/m.test(said)) throw new Error(`a stack trace reached the user:\n${said}`);
  return { code, stdout: stdout.text, stderr: stderr.text };
}

/** Output without the time that a run took, which differs each time. */
export function timeless(text: string): string {
  return text.replace(/\d+\.\d s\b/g, 'N s');
}

/** Makes a folder with a copy of the lab's inventory the present one for the tests of a file, and takes it away after them. */
export function useLab(): void {
  const before = process.cwd();
  let folder: string;
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'pilotlight-cli-')));
    process.chdir(folder);
    copyLab('inventory');
  });
  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });
}

/** Copies the lab's inventory; what is there already goes. */
export function copyLab(target: string): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(dirname(resolve(target)), { recursive: true });
  cpSync(join(root, 'inventory'), target, { recursive: true });
}

/** Replaces a text that must be in a file. */
export function edit(file: string, find: string, replacement: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(find)) throw new Error(`${file} has no ${JSON.stringify(find)}`);
  writeFileSync(file, text.replace(find, replacement));
}
