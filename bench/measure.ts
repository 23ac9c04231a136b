import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one run of a command cost. */
export interface Cost {
  readonly seconds: number;
  /** Peak resident memory in bytes; undefined where it was not asked for. */
  readonly peak?: number;
}

/** Runs a command to its end; its output is dropped. Throws when it fails, since a failed run measures nothing. */
export function measure(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Cost {
  const started = performance.now();
  const { status, stderr, stdout } = spawnSync(command, args, {
    ...options,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stderr}${stdout.slice(-2000)}`);
  return { seconds };
}

/** The same for a Node program, with its peak memory. */
export function measureNode(
  script: string,
  args: readonly string[],
  options: { cwd: string; cache: string; node?: string },
): Cost {
  const peakFile = join(tmpdir(), `bench-peak-${process.pid}`);
  const hook = join(import.meta.dirname, 'peakMemory.mjs');
  const { seconds } = measure(options.node ?? process.execPath, ['--import', hook, script, ...args], {
    cwd: options.cwd,
    env: { ...process.env, BENCH_PEAK: peakFile, PILOTLIGHT_CACHE: options.cache },
  });
  const peak = Number(readFileSync(peakFile, 'utf8'));
  rmSync(peakFile);
  return { seconds, peak };
}

/** The median of several runs by time: a noisy machine lies upwards and downwards. */
export function median(costs: readonly Cost[]): Cost {
  const sorted = costs.toSorted((a, b) => a.seconds - b.seconds);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('no runs');
  return middle;
}
