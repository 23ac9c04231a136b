import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Command } from './units.ts';

/** A machine that is on: programs run in it one after the other, until it is off or the power goes. */
export interface RunningMachine {
  /** Runs a command of a unit. Answers its exit status; undefined when the power went. */
  run(unit: string, command: Command, result?: 'success' | 'exit-code'): Promise<number | undefined>;
  off(): Promise<void>;
}

/** What a machine is made of: folders of this machine. */
export interface MachineFolders {
  /** Its disk, which Ignition installed. */
  readonly root: string;
  /** What is mounted as /usr, read-only. */
  readonly usr: string;
  /** Its surroundings, seen at /lab: settings and records of the models. */
  readonly lab: string;
  /** The stand-ins, seen at /lab/programs. */
  readonly programs: string;
}

/** Mounts what a machine has, in a namespace of its own: memory is empty at each start. */
function mounts({ root, usr, lab, programs }: MachineFolders): string {
  const bind = (from: string, to: string): string => `mount --bind '${from}' '${root}/${to}'`;
  return [
    'set -e',
    `mount --bind '${root}' '${root}'`,
    bind(usr, 'usr'),
    bind('/usr/lib', 'usr/lib'),
    bind('/usr/lib64', 'usr/lib64'),
    `mount -o remount,bind,ro '${root}/usr'`,
    `mount -t tmpfs tmpfs '${root}/host'`,
    `mkdir '${root}/host/bin' '${root}/host/sbin'`,
    bind('/usr/bin', 'host/bin'),
    bind('/usr/sbin', 'host/sbin'),
    bind(lab, 'lab'),
    bind(programs, 'lab/programs'),
    `mount -t proc proc '${root}/proc'`,
    bind(`${lab}/bootId`, 'proc/sys/kernel/random/boot_id'),
    ...['run', 'tmp', 'dev'].map((name) => `mount -t tmpfs tmpfs '${root}/${name}'`),
    `for name in null zero random urandom; do : >'${root}/dev/'$name; mount --bind /dev/$name '${root}/dev/'$name; done`,
    `ln -s /proc/self/fd '${root}/dev/fd'`,
    `exec chroot '${root}' /lab/programs/init.sh`,
  ].join('\n');
}

/** Switches a machine on, in the network that `enter` leads to. */
export function switchOn(folders: MachineFolders, enter: readonly string[]): RunningMachine {
  const kinds = ['--mount', '--propagation', 'private', '--pid', '--fork', '--kill-child'];
  const [command = '', ...entered] = enter;
  const child: ChildProcess = spawn(command, [...entered, 'unshare', ...kinds, 'sh', '-c', mounts(folders)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const lines = createInterface({ input: child.stdout as NonNullable<ChildProcess['stdout']> })[
    Symbol.asyncIterator
  ]();
  child.stdin?.on('error', () => undefined);
  return {
    async run(unit, { words }, result) {
      child.stdin?.write(`${unit} ${result ?? '-'} ${words.join(' ')}\n`);
      const answer = await lines.next();
      if (answer.done === true) throw new Error(`the machine of the lab ended: ${said}`);
      if (answer.value === 'cut') return undefined;
      return Number(answer.value.split(' ')[1]);
    },
    async off() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
