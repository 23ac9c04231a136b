import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shAssignments } from '../../../src/shared/shQuote.ts';
import { type Answered, type Asked, cgiVariables, type Place, readAnswer } from './place.ts';

/** One shell that answers request after request, each in a subshell: thousands of them take seconds. */
export interface Driver {
  ask(asked: Asked): Promise<Answered>;
  /** What the program wrote to its standard error since the last call. */
  complaints(): string;
  close(): Promise<void>;
}

/** Starts it for a program of a place; `$0` is the program's name, as it is for a web server. */
export function startDriver(place: Place, name: 'gate' | 'boot' = 'gate'): Driver {
  const request = join(place.folder, `request.${name}`);
  const script = `while read -r mark; do ( . "$1"; . "$2" ) </dev/null; echo; echo "$mark"; done`;
  const [shell = ''] = place.kind.command;
  const child = spawn(shell, ['-c', script, name, request, place.program(name)], {
    cwd: place.folder,
    env: { PATH: place.kind.path },
  });
  const mark = `end of ${Math.random()}`;
  const end = Buffer.from(`\n${mark}\n`);
  let out = Buffer.alloc(0);
  let stderr = '';
  let wake = (): void => {};
  child.stdout.on('data', (data: Buffer) => {
    out = Buffer.concat([out, data]);
    wake();
  });
  child.stderr.on('data', (data: Buffer) => {
    stderr += data;
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return {
    async ask(asked) {
      const { PATH: _path, ...variables } = cgiVariables({ name, ...asked });
      writeFileSync(request, shAssignments(variables), 'latin1');
      child.stdin.write(`${mark}\n`);
      while (!out.subarray(-end.length).equals(end)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const text = out.subarray(0, -end.length).toString('latin1');
      out = Buffer.alloc(0);
      return readAnswer(text);
    },
    complaints() {
      const said = stderr;
      stderr = '';
      return said;
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
