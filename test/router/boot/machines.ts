import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Console } from '../../real/bootLab/console.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';
import { type Namespace, startNamespace } from '../lab/namespace.ts';
import { must } from '../lab/programs.ts';
import { labTool } from '../lab/requireRouter.ts';
import { broadcastOver, clientOf, inNetwork, type LabClient } from './dnsmasqLab.ts';

/** A link of a machine: its MAC, and the address that it has. */
export interface Link {
  readonly mac: string;
  readonly address: string;
}

/** A machine that only asks. */
export interface PluggedClient {
  readonly client: LabClient;
  unplug(): Promise<void>;
}

/** Runs `ip` in the network of a namespace. */
async function ip(namespace: Pick<Namespace, 'pid'>, ...args: string[]): Promise<void> {
  const [enter = '', ...entered] = inNetwork(namespace);
  await must(enter, [...entered, labTool('ip'), ...args]);
}

/** Puts a switch between a router and its operator, on which others can be plugged. The operator keeps its address. */
export async function makeSwitch(operator: Pick<Namespace, 'pid'>): Promise<void> {
  await ip(operator, 'link', 'add', 'switch', 'type', 'bridge', 'stp_state', '0', 'forward_delay', '0');
  await ip(operator, 'addr', 'flush', 'dev', 'eth0');
  await ip(operator, 'link', 'set', 'eth0', 'master', 'switch');
  await ip(operator, 'addr', 'add', '192.168.77.5/24', 'dev', 'switch');
  await ip(operator, 'link', 'set', 'switch', 'up');
}

/** Plugs a machine into the switch, with its MAC and address. */
export async function plugClient(operator: Pick<Namespace, 'pid'>, link: Link): Promise<PluggedClient> {
  const machine = await startNamespace({ network: true });
  const port = `port${machine.pid}`;
  const peer = ['peer', 'name', 'eth0', 'address', link.mac, 'netns', `${machine.pid}`];
  await ip(operator, 'link', 'add', port, 'type', 'veth', ...peer);
  await ip(operator, 'link', 'set', port, 'master', 'switch', 'up');
  await ip(machine, 'addr', 'add', `${link.address}/24`, 'dev', 'eth0');
  await ip(machine, 'link', 'set', 'eth0', 'up');
  await broadcastOver(machine);
  return {
    client: clientOf(machine, '192.168.77.1'),
    async unplug() {
      await ip(operator, 'link', 'delete', port);
      await machine.end();
    },
  };
}

/** A machine that boots over the network. */
export interface PxeMachine {
  /** What firmware, iPXE and the kernel print. */
  readonly console: Console;
  close(): Promise<void>;
}

/**
 * Starts a machine in QEMU whose UEFI firmware boots over the network by PXE, on the switch. It has no iPXE of its own: QEMU's is kept out,
 * so that the router's comes by TFTP. Where the firmware finds nothing else, it ends in its shell.
 */
export async function startPxeMachine(
  operator: Pick<Namespace, 'pid'>,
  mac: string,
  context: Skipping,
): Promise<PxeMachine> {
  const qemu = requireTool('qemu-system-x86_64', context);
  const firmware = requireTool('ovmf', context);
  if (!existsSync('/dev/net/tun')) context.skip('needs /dev/net/tun');
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-pxe-'));
  const variables = join(folder, 'variables.fd');
  copyFileSync(firmware.replace('_CODE', '_VARS'), variables);
  const tap = `tap${mac.replaceAll(':', '').slice(-6)}`;
  await ip(operator, 'tuntap', 'add', tap, 'mode', 'tap');
  await ip(operator, 'link', 'set', tap, 'master', 'switch', 'up');
  const [enter = '', ...entered] = inNetwork(operator);
  const args = [
    ...['-machine', 'q35,accel=tcg', '-cpu', 'max', '-m', '512', '-nodefaults', '-display', 'none'],
    ...['-no-reboot', '-serial', 'stdio'],
    ...['-drive', `if=pflash,format=raw,unit=0,readonly=on,file=${firmware}`],
    ...['-drive', `if=pflash,format=raw,unit=1,file=${variables}`],
    ...['-netdev', `tap,id=lan,ifname=${tap},script=no,downscript=no`],
    ...['-device', `virtio-net-pci,netdev=lan,mac=${mac},romfile=,bootindex=1`],
    ...['-device', 'virtio-rng-pci'],
  ];
  const child = spawn(enter, [...entered, qemu, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    console: new Console(child),
    async close() {
      child.kill('SIGKILL');
      await ended;
      await ip(operator, 'tuntap', 'del', tap, 'mode', 'tap');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
