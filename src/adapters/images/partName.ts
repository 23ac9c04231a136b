import { hostname } from 'node:os';
import type { Digest } from '../../shared/digest.ts';

/**
 * Who writes a file that has no name yet: `<sha256>.<machine>.<process>.<number>.part`. Two runs never write one file, or the one could put
 * wrong bytes into what the other has verified.
 */
export interface PartName {
  readonly sha256: string;
  readonly machine: string;
  readonly process: number;
}

let started = 0;

/** A name that no other run has. */
export function newPartName(sha256: Digest): string {
  started += 1;
  return `${sha256}.${machineName()}.${process.pid}.${started}.part`;
}

/** What a name tells; undefined where it is no such name. */
export function parsePartName(name: string): PartName | undefined {
  const [, sha256, machine, pid] =
    /^([0-9a-f]{64})\.([A-Za-z0-9-]+)\.(\d{1,10})\.\d+\.part$/.exec(name) ?? [];
  if (sha256 === undefined || machine === undefined || pid === undefined) return undefined;
  return { sha256, machine, process: Number(pid) };
}

/** Nobody writes so slowly: connections stall long before. */
const quietMilliseconds = 10 * 60_000;

/** Whether nobody writes a file any more. One of another machine is left behind when nothing was written for long. */
export function isLeftBehind({ machine, process: pid }: PartName, writtenAt: number, now: number): boolean {
  if (machine === machineName() && !isAlive(pid)) return true;
  return now - writtenAt > quietMilliseconds;
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

function machineName(): string {
  return hostname().replace(/[^A-Za-z0-9]/g, '-') || 'unnamed';
}
