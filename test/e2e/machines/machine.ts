import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inNetwork } from '../../router/boot/dnsmasqLab.ts';
import type { Namespace } from '../../router/lab/namespace.ts';
import { must } from '../../router/lab/programs.ts';
import { labTool } from '../../router/lab/requireRouter.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';
import { Screen } from './screen.ts';
import { untilWeEnd } from './untilWeEnd.ts';

export interface MachineWanted {
  readonly mac: string;
  /** Serial numbers of its disks; the firmware starts from the first one. */
  readonly disks: readonly string[];
}

/**
 * A machine with UEFI firmware that keeps its variables, disks, and a network card, in QEMU. Its firmware starts the disk first, then the
 * network. KVM is not used: not every machine has one that runs this firmware.
 */
export class Machine {
  readonly screen = new Screen();
  readonly #operator: Pick<Namespace, 'pid'>;
  readonly #folder = mkdtempSync(join(tmpdir(), 'pilotlight-e2e-'));
  readonly #wanted: MachineWanted;
  readonly #qemu: string;
  readonly #firmware: string;
  readonly #tap: string;
  #running: { readonly child: ChildProcess; readonly ended: Promise<void>; closing: boolean } | undefined;

  private constructor(operator: Pick<Namespace, 'pid'>, wanted: MachineWanted, context: Skipping) {
    this.#operator = operator;
    this.#wanted = wanted;
    this.#qemu = requireTool('qemu-system-x86_64', context);
    this.#firmware = requireTool('ovmf', context);
    this.#tap = `tap${wanted.mac.replaceAll(':', '').slice(-6)}`;
    copyFileSync(this.#firmware.replace('_CODE', '_VARS'), join(this.#folder, 'variables.fd'));
    for (const serial of wanted.disks) {
      writeFileSync(this.disk(serial), '');
      truncateSync(this.disk(serial), 256 << 20);
    }
  }

  /** A machine that is off, on the switch of a router's operator. */
  static async plug(
    operator: Pick<Namespace, 'pid'>,
    wanted: MachineWanted,
    context: Skipping,
  ): Promise<Machine> {
    if (!existsSync('/dev/net/tun')) context.skip('needs /dev/net/tun');
    const machine = new Machine(operator, wanted, context);
    await machine.#ip('tuntap', 'add', machine.#tap, 'mode', 'tap');
    await machine.#ip('link', 'set', machine.#tap, 'master', 'switch', 'up');
    return machine;
  }

  /** The file that one of its disks is. */
  disk(serial: string): string {
    return join(this.#folder, `${serial}.img`);
  }

  get isOn(): boolean {
    return this.#running !== undefined;
  }

  /**
   * Switches it on. `network`: for this start its firmware has the network first, as a management controller sees to it; what comes after
   * is as ever. `slow`: its disks write so many bytes in a second, so that there is time to do something to it meanwhile.
   */
  switchOn(first: 'disk' | 'network' = 'disk', slow?: number): void {
    if (this.#running !== undefined) return;
    const [enter = '', ...entered] = inNetwork(this.#operator);
    const child = spawn(enter, [...entered, ...untilWeEnd, this.#qemu, ...this.#args(first, slow)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.setEncoding('latin1').on('data', (text: string) => this.screen.add(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => this.screen.add(text));
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const running = { child, ended, closing: false };
    this.#running = running;
    void ended.then(() => {
      if (this.#running === running) this.#running = undefined;
      // It restarted by itself: the next start is one like the others.
      if (first === 'network' && !running.closing) this.switchOn();
    });
  }

  /** Pulls the plug. */
  async cutPower(): Promise<void> {
    const running = this.#running;
    if (running === undefined) return;
    running.closing = true;
    running.child.kill('SIGKILL');
    await running.ended;
  }

  async remove(): Promise<void> {
    await this.cutPower();
    await this.#ip('tuntap', 'del', this.#tap, 'mode', 'tap');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #args(first: 'disk' | 'network', slow: number | undefined): string[] {
    const pace = slow === undefined ? '' : `,throttling.bps-write=${slow}`;
    const { mac, disks } = this.#wanted;
    const network = first === 'network' ? 1 : 9;
    return [
      ...['-machine', 'q35,accel=tcg', '-cpu', 'max', '-m', '512', '-nodefaults', '-display', 'none'],
      ...['-serial', 'stdio', ...(first === 'network' ? ['-no-reboot'] : [])],
      ...['-drive', `if=pflash,format=raw,unit=0,readonly=on,file=${this.#firmware}`],
      ...['-drive', `if=pflash,format=raw,unit=1,file=${join(this.#folder, 'variables.fd')}`],
      ...disks.flatMap((serial, index) => [
        ...['-drive', `if=none,id=disk${index},format=raw,cache=unsafe${pace},file=${this.disk(serial)}`],
        ...['-device', `virtio-blk-pci,drive=disk${index},serial=${serial},bootindex=${2 + index}`],
      ]),
      ...['-netdev', `tap,id=lan,ifname=${this.#tap},script=no,downscript=no`],
      // Without a ROM of its own, or QEMU's iPXE would come before the router's.
      ...['-device', `virtio-net-pci,netdev=lan,mac=${mac},romfile=,bootindex=${network}`],
      ...['-device', 'virtio-rng-pci'],
    ];
  }

  async #ip(...args: string[]): Promise<void> {
    const [enter = '', ...entered] = inNetwork(this.#operator);
    await must(enter, [...entered, labTool('ip'), ...args]);
  }
}
