import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { killAll, type Namespace, startNamespace } from '../../../router/lab/namespace.ts';
import { type Ended, must } from '../../../router/lab/programs.ts';
import { labTool } from '../../../router/lab/requireRouter.ts';
import { mountScript, writeRootFolder } from '../../../router/lab/rootFolder.ts';
import { startSshServer, writeHostKey } from '../../../router/lab/sshServer.ts';
import { writePrograms } from './machinePrograms.ts';
import type { LabNetwork } from './network.ts';

/** What a machine is, whatever runs on it. */
export interface Hardware {
  /** FQDN. */
  readonly hostname: string;
  /** `98-fa-9b-1c-2d-01` */
  readonly mac: string;
  readonly address: string;
  /** `/dev/disk/by-id/…` */
  readonly disk: string;
  readonly serial: string;
}

/** A machine of the lab: processes, mounts and a network of its own, below this machine's programs. Its disk is memory. */
export class Machine {
  readonly hardware: Hardware;
  /** Its root folder, as seen from here. */
  readonly root: string;
  /** A port of the loopback interface that leads to its SSH server. */
  readonly sshPort: number;
  /** `ssh-ed25519 AAAA…` */
  hostKey = '';
  readonly #namespace: Namespace;

  private constructor(hardware: Hardware, root: string, namespace: Namespace, sshPort: number) {
    this.hardware = hardware;
    this.root = root;
    this.#namespace = namespace;
    this.sshPort = sshPort;
  }

  /**
   * @param root a folder that does not exist yet
   * @param pki its certificates
   */
  static async make(
    hardware: Hardware,
    { network, root, pki, hosts, login }: Surroundings,
  ): Promise<Machine> {
    writeRootFolder(root, 'debian', login);
    writePrograms(root, hardware, hosts);
    writeFileSync(join(root, 'lab/bootId'), randomUUID());
    const namespace = await startNamespace({ network: true });
    await network.plug(namespace, hardware.address);
    const [, id = ''] = /by-id\/(.*)/.exec(hardware.disk) ?? [];
    const commands = [
      mountScript(root, 'debian'),
      `mount -t sysfs sysfs ${root}/sys`,
      ...['var', 'run', 'tmp', 'etc/rancher', 'etc/pilotlight'].map(
        (path) => `mount -t tmpfs tmpfs ${root}/${path}`,
      ),
      `mount --bind ${labTool('control-plane')} ${root}/lab/control-plane`,
      `mount --bind ${pki} ${root}/lab/pki`,
      `mkdir -p ${root}/dev/disk/by-id && ln -s ../../nvme0n1 ${root}/dev/disk/by-id/${id}`,
    ];
    const { status, stderr } = await namespace.run('sh', ['-c', commands.join('\n')]);
    if (status !== 0) throw new Error(`a machine cannot be made: ${stderr}`);
    return new Machine(hardware, root, namespace, await network.door(hardware.address, 22));
  }

  /** Starts its system: another boot id, and its SSH server. */
  async start(): Promise<void> {
    writeFileSync(join(this.root, 'lab/bootId'), `${randomUUID()}\n`);
    await this.#inside('find', [`${this.root}/run`, '-mindepth', '1', '-delete']);
    const { address } = this.hardware;
    const listening = { root: this.root, kind: 'dropbear', address, port: 22 } as const;
    const server = await startSshServer(this.#namespace, listening);
    server.on('close', () => undefined);
  }

  /** Makes what its disk holds anew: nothing of before is left, its host key neither. */
  async install(files: Readonly<Record<string, string>>): Promise<void> {
    const folders = ['var', 'etc/rancher', 'etc/pilotlight'].map((path) => `${this.root}/${path}`);
    await this.#inside('find', [...folders, '-mindepth', '1', '-delete']);
    rmSync(join(this.root, 'lab/hostKey'), { force: true });
    this.hostKey = await writeHostKey(this.root, 'dropbear');
    for (const [path, text] of Object.entries(files))
      await this.#inside('sh', ['-c', 'mkdir -p "${1%/*}" && cat >"$1"', 'sh', `${this.root}${path}`], text);
  }

  /** What it says of itself. */
  async read(path: string): Promise<string> {
    return this.#inside('cat', [`${this.root}${path}`]);
  }

  /** Runs a program of its system. */
  run(command: string, args: readonly string[]): Promise<Ended> {
    return this.#namespace.run('chroot', [this.root, command, ...args]);
  }

  /**
   * Starts a program of its system that goes on. Its id, as its system counts, is in /run/NAME.pid.
   *
   * @param again whether it is started again when it ends by itself
   */
  begin(name: string, args: readonly string[], again: boolean): void {
    const log = openSync(this.#log(name), 'a');
    const [enter = '', ...entered] = this.#namespace.enter;
    const unit = ['sh', again ? '/lab/keep' : '/lab/once', name, '/lab/control-plane', ...args];
    spawn(enter, [...entered, 'chroot', this.root, ...unit], { stdio: ['ignore', log, log] });
    closeSync(log);
  }

  /** The last lines that a program wrote; none where it never ran. */
  lastWords(name: string): string {
    const log = this.#log(name);
    return existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-8).join('\n') : '';
  }

  /** Ends programs at once, as a broken power supply does; all, where none is named. */
  async kill(...names: string[]): Promise<void> {
    if (names.length === 0) return killAll(this.#namespace.processes());
    for (const name of names) await this.run('sh', ['-c', `kill -9 "$(cat /run/${name}.pid)"`]);
  }

  async end(): Promise<void> {
    await this.#namespace.end();
  }

  #log(name: string): string {
    return join(this.root, 'lab', `${name}.log`);
  }

  #inside(command: string, args: readonly string[], input = ''): Promise<string> {
    const [enter = '', ...entered] = this.#namespace.enter;
    return must(enter, [...entered, command, ...args], input);
  }
}

/** What a machine is put into. */
export interface Surroundings {
  readonly network: LabNetwork;
  readonly root: string;
  readonly pki: string;
  readonly hosts: string;
  /** Public key of whoever may log in. */
  readonly login: string;
}
