import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { requireTool, type Skipping } from '../../tools/tools.ts';

/** A block device of a machine that is not there: what the kernel's /sys says of it. */
export interface SysDevice {
  /** `sda4`, `dm-0`: the kernel's name. */
  readonly name: string;
  /** What udev knows: `{ ID_SERIAL_SHORT: … }`. */
  readonly udev?: Readonly<Record<string, string>>;
  /** The disk that it is a partition of. */
  readonly partitionOf?: string;
  /** Name and UUID of a device of the device mapper: the UUID begins with what it is for. */
  readonly mapper?: { readonly name: string; readonly uuid: string };
  /** `raid1` */
  readonly md?: string;
  /** What it is made of, where it is no partition. */
  readonly on?: readonly string[];
  readonly mounts?: readonly string[];
  /** 512 bytes each. */
  readonly sectors?: number;
}

/** A folder that looks like a machine with these devices, for `lsblk --sysroot`. */
export function makeSysroot(devices: readonly SysDevice[]): { readonly root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'pilotlight-machine-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const link = (path: string, target: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(target, join(root, path));
  };
  const folderOf = ({ name, partitionOf }: SysDevice): string =>
    `sys/devices/${partitionOf === undefined ? name : `${partitionOf}/${name}`}`;
  const mounts: string[] = [];
  for (const [index, device] of devices.entries()) {
    const { name, udev = {}, partitionOf, mapper, md, mounts: points = [], sectors = 2_000_000 } = device;
    const folder = folderOf(device);
    const number = `8:${index}`;
    for (const each of ['holders', 'slaves']) mkdirSync(join(root, folder, each), { recursive: true });
    write(`${folder}/dev`, `${number}\n`);
    write(`${folder}/size`, `${sectors}\n`);
    write(`${folder}/removable`, '0\n');
    write(
      `dev/${name}`,
      Object.entries(udev)
        .map(([key, value]) => `${key}=${value}\n`)
        .join(''),
    );
    if (partitionOf === undefined) link(`sys/block/${name}`, `../devices/${name}`);
    else {
      write(`${folder}/partition`, '1\n');
      write(`${folder}/start`, '2048\n');
    }
    if (mapper !== undefined) {
      write(`${folder}/dm/name`, `${mapper.name}\n`);
      write(`${folder}/dm/uuid`, `${mapper.uuid}\n`);
    }
    if (md !== undefined) write(`${folder}/md/level`, `${md}\n`);
    link(`sys/dev/block/${number}`, `../../devices/${folder.slice('sys/devices/'.length)}`);
    link(`sys/class/block/${name}`, `../../devices/${folder.slice('sys/devices/'.length)}`);
    const source = mapper === undefined ? `/dev/${name}` : `/dev/mapper/${mapper.name}`;
    mounts.push(...points.map((point) => `9 1 ${number} / ${point} rw - xfs ${source} rw`));
  }
  for (const device of devices) {
    for (const lower of devices.filter(({ name }) => device.on?.includes(name) === true)) {
      link(`${folderOf(lower)}/holders/${device.name}`, `/${folderOf(device)}`);
      link(`${folderOf(device)}/slaves/${lower.name}`, `/${folderOf(lower)}`);
    }
  }
  write('proc/self/mountinfo', `${mounts.join('\n')}\n`);
  write('proc/swaps', '');
  return { root, remove: () => rmSync(root, { recursive: true }) };
}

/** What the machine's own lsblk says of such a machine, asked as the script asks. */
export function lsblkOf(devices: readonly SysDevice[], context: Skipping): string {
  const { root, remove } = makeSysroot(devices);
  try {
    const columns = 'NAME,KNAME,PKNAME,PATH,TYPE,SERIAL,WWN,SIZE,MOUNTPOINTS';
    const words = ['--sysroot', root, '--json', '--bytes', '--output', columns];
    const { status, stdout, stderr } = spawnSync(requireTool('lsblk', context), words, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`lsblk: ${stderr}`);
    return stdout;
  } finally {
    remove();
  }
}
