import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { requireTool, type Skipping } from '../../tools/tools.ts';
import { Console } from './console.ts';

/** A machine with UEFI firmware that boots iPXE, and after it its own disk. */
export interface MachineSettings {
  readonly mac: string;
  /** The site's network, `192.168.26.0/24`; `.2` and `.3` of it are the emulator's. */
  readonly network: string;
  /** Where the machine finds the router's web server: `192.168.26.1:8069`. */
  readonly router: string;
  /** The port of this machine that stands for it. */
  readonly port: number;
  /** What DHCP gives as boot file: iPXE fetches it. */
  readonly bootFile: string;
  /** The host name that DHCP gives. */
  readonly hostname?: string;
}

export interface Machine {
  /** What firmware, iPXE and the kernel print. */
  readonly console: Console;
  /** Pulls the plug, where it is still on. */
  close(): Promise<void>;
}

/**
 * Starts a machine in QEMU, without root: its network is the emulator's own, which hands out addresses and leads the router's
 * address to a port of this machine. iPXE is Debian's `ipxe.efi` on a first disk (`snponly.efi` is the same iPXE, but drives
 * only the card that the firmware has loaded it from). KVM is not used: not every machine has one that runs this firmware.
 */
export function startMachine(settings: MachineSettings, context: Skipping): Machine {
  const programs = {
    qemu: requireTool('qemu-system-x86_64', context),
    busybox: requireTool('busybox', context),
    firmware: requireTool('ovmf', context),
    ipxe: join(dirname(requireTool('ipxe', context)), 'ipxe.efi'),
  };
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-machine-'));
  const variables = join(folder, 'variables.fd');
  copyFileSync(programs.firmware.replace('_CODE', '_VARS'), variables);
  const args = [
    ...['-machine', 'q35,accel=tcg', '-cpu', 'max', '-m', '512', '-nodefaults', '-display', 'none'],
    ...['-no-reboot', '-serial', 'stdio'],
    ...['-drive', `if=pflash,format=raw,unit=0,readonly=on,file=${programs.firmware}`],
    ...['-drive', `if=pflash,format=raw,unit=1,file=${variables}`],
    ...disk(1, bootable(join(folder, 'ipxe'), programs.ipxe)),
    ...disk(2, bootable(join(folder, 'own'), programs.ipxe)),
    ...['-netdev', networkOption(settings, programs.busybox)],
    // Without its own ROM, or QEMU's iPXE would come before the one that is tested.
    ...['-device', `virtio-net-pci,netdev=lan,mac=${settings.mac},romfile=`],
    ...['-device', 'virtio-rng-pci'],
  ];
  const child = spawn(programs.qemu, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    console: new Console(child),
    async close() {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A folder that the firmware boots this program from. */
function bootable(folder: string, program: string): string {
  const boot = join(folder, 'EFI/BOOT');
  mkdirSync(boot, { recursive: true });
  copyFileSync(program, join(boot, 'BOOTX64.EFI'));
  return folder;
}

/** A disk made of a folder, at its place in the order of booting. */
function disk(place: number, folder: string): string[] {
  const name = `disk${place}`;
  const drive = `if=none,id=${name},format=raw,readonly=on,file=fat:${folder}`;
  return ['-drive', drive, '-device', `virtio-blk-pci,drive=${name},bootindex=${place}`];
}

function networkOption(
  { network, router, port, bootFile, hostname }: MachineSettings,
  busybox: string,
): string {
  const at = (last: number): string => network.replace(/\d+\/\d+$/, String(last));
  return [
    'user,id=lan,ipv6=off',
    `net=${network},host=${at(2)},dns=${at(3)},dhcpstart=${at(100)}`,
    `bootfile=${bootFile}`,
    ...(hostname === undefined ? [] : [`hostname=${hostname}`]),
    `guestfwd=tcp:${router}-cmd:${busybox} nc 127.0.0.1 ${port}`,
  ].join(',');
}
