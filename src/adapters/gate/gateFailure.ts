import type { RunResult } from '../../ports/remoteShell.ts';
import { Failure } from '../../shared/failure.ts';
import { lastLine } from '../lastLine.ts';

/** What the exit codes of the gate's scripts mean. */
export const gateStatus = {
  done: 0,
  /** It was not armed. */
  no: 80,
  notInMemory: 82,
  notOurs: 83,
  inPart: 84,
  noRoom: 85,
} as const;

/** What is wrong when a script of the gate ended with a status that is no answer. */
export function gateFailure(task: string, host: string, folder: string, result: RunResult): Failure {
  const { why, next } = explain(folder, result);
  return new Failure('world', `${host}: ${task}: ${why}`, { next, cause: result.status });
}

function explain(folder: string, { status, stderr }: RunResult): { why: string; next: string } {
  const line = lastLine(stderr);
  switch (status) {
    case gateStatus.notInMemory:
      return {
        why: `${folder} is not in memory, and secrets never rest on a disk`,
        next: 'Mount a tmpfs at /tmp, as OpenWrt does; nothing was armed.',
      };
    case gateStatus.notOurs:
      return {
        why: `${folder} cannot be made, or somebody else made it or the folder above it`,
        next: `Look whose it is (ls -ld ${folder}), and remove it: it holds nothing that lasts.`,
      };
    case gateStatus.inPart:
      return {
        why: 'the Ignition configuration came in part',
        next: 'Run the same command again: nothing was armed.',
      };
    case gateStatus.noRoom:
      return {
        why: `it cannot be kept in ${folder}${line === '' ? '' : `: ${line}`}`,
        next: 'Look whether the memory is full (df -h /tmp); nothing was armed.',
      };
    default:
      return { why: line || `exit code ${status}`, next: 'Run the same command again.' };
  }
}
