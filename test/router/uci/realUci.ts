import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The real uci over a folder of its own. */
export interface RealUci {
  /** Writes a configuration file as somebody would by hand. */
  write(name: string, text: string): void;
  /** What `uci export` prints; what it says when it cannot read the file. */
  export(name: string): string;
  /** Runs `uci batch` and commits; answers what it complains of. */
  batch(lines: string, packages: readonly string[]): string;
  close(): void;
}

/** @param program path of uci */
export function realUci(program: string): RealUci {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-uci-'));
  const config = join(folder, 'config');
  const staged = join(folder, 'staged');
  mkdirSync(config);
  const run = (args: readonly string[], input = '') =>
    spawnSync(program, ['-c', config, '-t', staged, ...args], { input, encoding: 'utf8' });
  return {
    write: (name, text) => writeFileSync(join(config, name), text),
    export: (name) => {
      const { status, stdout, stderr } = run(['export', name]);
      return status === 0 ? stdout : stderr;
    },
    batch: (lines, packages) => {
      const commits = packages.map((name) => `commit ${name}\n`).join('');
      return run(['batch'], lines + commits).stderr;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
