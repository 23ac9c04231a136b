import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, release, type, uptime } from 'node:os';
import type { SurveyedSystem } from '../../../ports/storage.ts';
import { sha256 } from '../../../shared/digest.ts';

/** What this machine says of itself. */
export function thisSystem(): SurveyedSystem {
  return {
    name: `${type()} ${release()}`,
    packageManager: undefined,
    clock: Math.floor(Date.now() / 1000),
    uptime: uptimeSeconds(),
    bootId: bootId(),
  };
}

/** Seconds since this machine started, as its shell reads them too. */
export function uptimeSeconds(): number {
  const seconds = Number.parseFloat(firstLine('/proc/uptime') ?? '');
  return Number.isFinite(seconds) ? seconds : uptime();
}

/** Changes with every start of this machine; empty where it has none. */
export function bootId(): string {
  return firstLine('/proc/sys/kernel/random/boot_id') ?? '';
}

/** Tells this machine from others, over its restarts. A digest: nobody needs to know the identifier itself. */
export function machine(): string {
  return sha256(firstLine('/etc/machine-id') || hostname()).slice(0, 16);
}

/** The namespace that process ids count in: those of another container mean nothing here. Empty where there are none. */
export function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid').replace(/\D/g, '');
  } catch {
    return '';
  }
}

/** When a process started, in ticks of this machine: with its id, this tells it from every other. Undefined where there is none. */
export function processStart(id: number): string | undefined {
  const stat = firstLine(`/proc/${id}/stat`);
  // Its name, in brackets, may hold anything; the start is the 20th field behind it (proc_pid_stat(5)). A zombie runs no more.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields?.[0] === 'Z' || fields?.[0] === 'X' ? undefined : fields?.[19];
}

function firstLine(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').split('\n', 1)[0];
  } catch {
    return undefined;
  }
}
