import type { ShellChecker, ShellComment, ShellScript } from '../../ports/shellcheck.ts';
import { type FoundProgram, findProgram } from './findProgram.ts';
import { parseComments } from './parseComments.ts';
import { run } from './run.ts';

export interface ShellcheckOptions {
  /** The folders to look in, as in the variable PATH. */
  readonly searchPath: string;
  /** How many scripts are looked at at a time. */
  readonly concurrency?: number;
  /** For one script. */
  readonly timeLimitMs?: number;
}

/** Exit codes with which shellcheck has answered: nothing found, or something. */
const answered = new Set([0, 1]);

/**
 * The shellcheck that is installed on this machine. Its version starts no process: path, size and time of change tell
 * one from another. It reads no `.shellcheckrc`, so that every machine finds the same.
 */
export function shellcheck(options: ShellcheckOptions): ShellChecker {
  const { searchPath, concurrency = 2, timeLimitMs = 20_000 } = options;
  let looked: Promise<FoundProgram | undefined> | undefined;
  const find = () => {
    looked ??= findProgram('shellcheck', searchPath);
    return looked;
  };
  return {
    async version() {
      const found = await find();
      return found === undefined ? undefined : `${found.path} ${found.size} ${found.changed}`;
    },
    async check(scripts) {
      const comments = new Map<string, readonly ShellComment[]>();
      const found = await find();
      if (found === undefined) return comments;
      const waiting = [...new Map(scripts.map((script) => [script.id, script])).values()];
      const worker = async (): Promise<void> => {
        for (let script = waiting.shift(); script !== undefined; script = waiting.shift()) {
          const told = await checkOne(found.path, script, timeLimitMs);
          if (told !== undefined) comments.set(script.id, told);
        }
      };
      await Promise.all(Array.from({ length: Math.max(1, concurrency) }, worker));
      return comments;
    },
  };
}

async function checkOne(
  program: string,
  { shell, text }: ShellScript,
  timeLimitMs: number,
): Promise<readonly ShellComment[] | undefined> {
  const result = await run(program, ['--norc', '--format=json1', `--shell=${shell}`, '-'], text, timeLimitMs);
  return result !== undefined && answered.has(result.code) ? parseComments(result.output) : undefined;
}
