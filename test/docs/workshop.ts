import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { main } from '../../src/cli/main.ts';
import { type Block, root } from './markdown.ts';

const execute = promisify(execFile);

/** A command line of Pilotlight alone: its words may be quoted, and name files by patterns. */
const alone = /^pilotlight\b([^|&;<>()$`]*)$/;

/** What is shown of a command that takes longer than a second, which on a busy machine any may. */
const progress = /^\w+ +[━─]+ .*\n/gm;

/** What a command printed, both streams in the order of writing, and how it ended. */
export interface Run {
  readonly output: string;
  readonly status: number;
}

/**
 * A folder in which the examples of one page are carried out, as a person would after a clone: the example inventory and the
 * schemas are there, committed on the branch `main`, and `pilotlight` is on the path. A line with nothing but Pilotlight runs in this process,
 * because a start of Node takes longer than most of them; what it has in memory is nothing of the example before.
 */
export class Workshop {
  readonly #home = mkdtempSync(join(tmpdir(), 'pilotlight-docs-'));
  readonly #cache: string;
  #folder = join(this.#home, 'clone');

  private constructor(cache: string) {
    this.#cache = cache;
  }

  /** Makes the folder. `cache`: of what was translated; another page may have used it. */
  static async open(cache: string): Promise<Workshop> {
    const shop = new Workshop(cache);
    for (const name of ['inventory', 'schemas']) {
      cpSync(join(root, name), join(shop.#folder, name), { recursive: true });
    }
    mkdirSync(join(shop.#home, 'bin'));
    const program = `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'src/cli/bin.ts')}' "$@"\n`;
    writeFileSync(join(shop.#home, 'bin/pilotlight'), program, { mode: 0o755 });
    await shop.run('git init -q -b main && git add . && git commit -q -m "The lab"');
    return shop;
  }

  /** Writes the file of a block such as ```` ```yaml rack/site.yaml ````. */
  write({ info, text }: Block): void {
    const file = join(this.#folder, info);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Runs a line as a shell would. */
  async run(command: string): Promise<Run> {
    const line = command.replace(/^node dist\/cli\.js\b/, 'pilotlight');
    const [, before, folder] = /^(?:(.*) && )?cd ([\w./-]+)$/.exec(line) ?? [];
    if (folder !== undefined) return this.#goInto(folder, before ?? ':');
    const [, words] = alone.exec(line) ?? [];
    const run = await (words === undefined ? this.#runInShell(line) : this.#runHere(words));
    return { ...run, output: run.output.replace(progress, '') };
  }

  /** `cd` holds for the lines that follow. */
  async #goInto(folder: string, before: string): Promise<Run> {
    const run = await this.#runInShell(`${before} && test -d ${folder}`);
    if (run.status === 0) this.#folder = join(this.#folder, folder);
    return run;
  }

  async #runHere(words: string): Promise<Run> {
    const { output: expanded } = await this.#runInShell(
      `set -- ${words}\nfor word; do printf '%s\\0' "$word"; done`,
    );
    const [before, environment] = [process.cwd(), process.env];
    let output = '';
    const stream = new Writable({
      write: (bytes: Buffer, _encoding, done) => {
        output += bytes.toString();
        done();
      },
    });
    process.chdir(this.#folder);
    process.env = this.#environment();
    try {
      const streams = { stdout: stream, stderr: stream, environment: process.env };
      return { status: await main(expanded.split('\0').slice(0, -1), streams), output };
    } finally {
      process.env = environment;
      process.chdir(before);
    }
  }

  async #runInShell(line: string): Promise<Run> {
    const options = { cwd: this.#folder, env: this.#environment(), encoding: 'utf8' } as const;
    try {
      const { stdout } = await execute('sh', ['-c', `exec 2>&1\n${line}`], options);
      return { output: stdout, status: 0 };
    } catch (error) {
      const { stdout, code } = error as { stdout?: string; code?: unknown };
      if (typeof code !== 'number') throw error;
      return { output: stdout ?? '', status: code };
    }
  }

  close(): void {
    rmSync(this.#home, { recursive: true });
  }

  #environment(): NodeJS.ProcessEnv {
    const git = { NAME: 'Ada', EMAIL: 'ada@example.org' };
    return {
      PATH: `${join(this.#home, 'bin')}${delimiter}${process.env.PATH ?? ''}`,
      HOME: this.#home,
      TMPDIR: this.#home,
      PILOTLIGHT_CACHE: this.#cache,
      NODE_COMPILE_CACHE: join(this.#cache, 'node'),
      GIT_CONFIG_NOSYSTEM: '1',
      ...Object.fromEntries(
        Object.entries(git).flatMap(([key, value]) => [
          [`GIT_AUTHOR_${key}`, value],
          [`GIT_COMMITTER_${key}`, value],
        ]),
      ),
    };
  }
}
