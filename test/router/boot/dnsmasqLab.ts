import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UciPackage } from '../../../src/router/uci/section.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';
import { type Namespace, startNamespace } from '../lab/namespace.ts';
import { tie } from '../lab/network.ts';
import { must } from '../lab/programs.ts';
import { labTool, requireRouter } from '../lab/requireRouter.ts';
import { dnsmasqFiles } from './initScript.ts';
import type { Answer, Asking } from './packet.ts';

/** What TFTP answered. */
export interface TftpRead {
  readonly kind: 'file' | 'refused' | 'silence';
  readonly base64: string;
}

/** A machine's side of the router's network. */
export interface LabClient {
  /** Broadcasts requests; undefined for those that nobody answers. */
  dhcp(...askings: readonly Asking[]): Promise<(Answer | null)[]>;
  tftp(...paths: readonly string[]): Promise<TftpRead[]>;
  /** The addresses of each name, sorted; a name without any is an error. */
  dns(...names: readonly string[]): Promise<string[][]>;
  http(...urls: readonly string[]): Promise<{ readonly status: number; readonly text: string }[]>;
}

/** dnsmasq on a network of its own, with one machine. */
export interface DnsmasqLab {
  readonly client: LabClient;
  /** Where a path of the router is found from here. */
  seen(path: string): string;
  /** Starts dnsmasq with what the init script makes of a configuration, in the place of the one that runs. */
  configure(dhcp: UciPackage, reference?: string): Promise<void>;
  /** What it has logged since it was started last. */
  log(): string;
  leases(): string;
  close(): Promise<void>;
}

/** Words in front of a command that runs in a namespace's network, with this machine's files. */
export function inNetwork({ pid }: Pick<Namespace, 'pid'>): readonly string[] {
  return ['nsenter', '--target', `${pid}`, '--net', '--'];
}

/** The network: the router's end is br-lan with 192.168.26.1, the machine's eth0, which may broadcast. */
export async function startDnsmasqLab(context: Skipping): Promise<DnsmasqLab> {
  requireRouter(context);
  const program = requireTool('dnsmasq', context);
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-dnsmasq-'));
  const router = await startNamespace({ network: true });
  const machine = await startNamespace({ network: true });
  await tie(router, machine, '192.168.26');
  await broadcastOver(machine);
  // In the place of the USB storage.
  await router.run('mount', ['-t', 'tmpfs', 'tmpfs', '/mnt']);
  let running: RunningDnsmasq | undefined;
  return {
    seen: router.seen,
    client: clientOf(machine),
    async configure(dhcp, reference = '@dnsmasq[0]') {
      await running?.stop();
      const networks = new Map([
        ['lan', { device: 'br-lan', address: '192.168.26.1', prefixLength: 24 }],
      ] as const);
      const { conf, hosts } = dnsmasqFiles(dhcp, reference, { networks, folder });
      writeFileSync(join(folder, 'hosts'), hosts);
      writeFileSync(join(folder, 'dnsmasq.conf'), conf);
      const [, tftpRoot] = /^tftp-root=(.*)$/m.exec(conf) ?? [];
      if (tftpRoot !== undefined) await router.run('mkdir', ['-p', tftpRoot]);
      running = await startDnsmasq(router, program, join(folder, 'dnsmasq.conf'));
    },
    log: () => running?.log() ?? '',
    leases: () => readFileSync(join(folder, 'dhcp.leases'), 'utf8'),
    async close() {
      await running?.stop();
      await machine.end();
      await router.end();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Leads broadcasts of a machine that has no address of DHCP yet to its only link. */
export async function broadcastOver(machine: Namespace): Promise<void> {
  const [enter = '', ...entered] = inNetwork(machine);
  await must(enter, [...entered, labTool('ip'), 'route', 'add', '255.255.255.255', 'dev', 'eth0']);
}

/** The machine that is in a network. */
export function clientOf(machine: Pick<Namespace, 'pid'>, server = '192.168.26.1'): LabClient {
  const [enter = '', ...entered] = inNetwork(machine);
  const program = new URL('client.ts', import.meta.url).pathname;
  const ask = async <T>(words: readonly string[], wanted: unknown): Promise<T> =>
    JSON.parse(
      await must(enter, [...entered, process.execPath, program, ...words], JSON.stringify(wanted)),
    ) as T;
  return {
    dhcp: (...askings) => ask(['dhcp'], askings),
    tftp: (...paths) => ask(['tftp', server], paths),
    dns: (...names) => ask(['dns', server], names),
    http: (...urls) => ask(['http'], urls),
  };
}

/** A dnsmasq that runs. */
export interface RunningDnsmasq {
  log(): string;
  stop(): Promise<void>;
}

/** Starts dnsmasq in a namespace, which it ends with, and answers when it serves. Its configuration lies in this machine's files. */
export async function startDnsmasq(
  namespace: Pick<Namespace, 'enter' | 'processes'>,
  program: string,
  conf: string,
): Promise<RunningDnsmasq> {
  const [enter = '', ...entered] = namespace.enter;
  const args = ['--keep-in-foreground', '--log-facility=-', '--log-dhcp', '--user=root', '--pid-file='];
  const child: ChildProcess = spawn(enter, [...entered, program, ...args, `--conf-file=${conf}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (/: read .*hosts/.test(said)) resolve();
    });
    child.on('close', () => reject(new Error(`dnsmasq ended: ${said}`)));
  });
  return {
    log: () => said,
    async stop() {
      for (const { pid, name } of namespace.processes()) if (name === 'dnsmasq') process.kill(pid, 'SIGTERM');
      await ended;
    },
  };
}
