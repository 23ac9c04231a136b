import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { type Ended, run } from './programs.ts';

/** A process of a namespace, by its id on this machine. */
export interface LabProcess {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
}

/** Mounts and processes (and, where wanted, a network) of its own. They end with it, and with the process that made it. */
export interface Namespace {
  /** Its first process, by its id on this machine. */
  readonly pid: number;
  /** Words in front of a command that is to run inside. */
  readonly enter: readonly string[];
  run(command: string, args: readonly string[], input?: string): Promise<Ended>;
  /** Where a path as seen inside is found from here. */
  seen(path: string): string;
  /** All but the first. */
  processes(): LabProcess[];
  /** Ends everything in it. */
  end(): Promise<void>;
}

/** Its first process waits for the end of its input, reports its id, and lets the kernel reap what is left to it. */
const first = `read -r pid rest </proc/self/stat; echo "$pid"; exec env --ignore-signal=CHLD cat >/dev/null`;

/** Makes a namespace. Its mounts are seen by nobody else. */
export async function startNamespace(options: { readonly network?: boolean } = {}): Promise<Namespace> {
  const network = options.network === true ? ['--net'] : [];
  const kinds = ['--mount', '--propagation', 'private', '--pid', '--fork', '--kill-child', ...network];
  const child = spawn('unshare', [...kinds, 'sh', '-c', first], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const pid = await new Promise<number>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(Number(text)));
    child.on('error', reject);
    child.on('close', () => reject(new Error('unshare ended')));
  });
  const entered = ['--target', `${pid}`, '--mount', '--pid', ...network, '--'];
  return {
    pid,
    enter: ['nsenter', ...entered],
    run: (command, args, input) => run('nsenter', [...entered, command, ...args], input),
    seen: (path) => `/proc/${pid}/root${path}`,
    processes: () => processesOf(pid),
    async end() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function processesOf(first: number): LabProcess[] {
  const wanted = readlinkSync(`/proc/${first}/ns/pid`);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== `${first}`)
    .flatMap((name) => processIn(wanted, Number(name)));
}

/** A process, where it is in that namespace; none where it is gone by now. */
function processIn(namespace: string, pid: number): LabProcess[] {
  try {
    if (readlinkSync(`/proc/${pid}/ns/pid`) !== namespace) return [];
    const [, name = '', parent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return [{ pid, parent: Number(parent), name }];
  } catch {
    return [];
  }
}

/** Ends processes at once. */
export function killAll(processes: readonly LabProcess[]): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
}
