import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { requireTool, type Skipping } from '../../tools/tools.ts';
import { archiveOf } from './archive.ts';
import { writeInitramfs, writeLive, writeRoot } from './system.ts';

/** What a router serves of the small Linux that stands in for Fedora CoreOS: the live system, and in its rootfs what that writes to disks. */
export interface Images {
  readonly kernel: Uint8Array;
  readonly initramfs: Uint8Array;
  readonly rootfs: Uint8Array;
}

const mebibyte = 1 << 20;
/** Where the partitions begin, and the size of the last one: MiB. */
const espAt = 1;
const rootSize = 40;

/** Makes the images; nothing of the machine that makes them is changed. */
export function makeImages(context: Skipping): Images {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-images-'));
  try {
    const at = (name: string): string => join(folder, name);
    const modules = requireTool('linux-with-modules', context);
    const kernel = readFileSync(
      join(modules, readdirSync(modules).find((name) => name.startsWith('vmlinuz')) ?? ''),
    );
    writeLive(at('live'), context);
    writeInitramfs(at('initramfs'), context);
    writeRoot(at('root'), context);
    linkApplets(at('root'), requireTool('busybox', context));
    mkdirSync(at('rootfs/image'), { recursive: true });
    const image = (name: string): string => at(`rootfs/image/${name}`);
    const espSize = writeEsp(image('esp'), folder, kernel, context);
    writeFileSystem(image('root'), at('root'), context);
    writeFileSync(image('table'), partitionTable(espSize));
    writeFileSync(image('layout'), `${espAt} ${espAt + espSize}\n`);
    mkdirSync(at('rootfs/dev'));
    return { kernel, initramfs: archiveOf(at('live')), rootfs: archiveOf(at('rootfs')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function linkApplets(root: string, busybox: string): void {
  const applets = execFileSync(busybox, ['--list'], { encoding: 'utf8' }).trim().split('\n');
  for (const name of applets) {
    if (!existsSync(join(root, 'usr/bin', name))) symlinkSync('busybox', join(root, 'usr/bin', name));
  }
}

/** The partition that the firmware boots: systemd's boot loader, the kernel and its first file system. Answers its size in MiB. */
function writeEsp(file: string, folder: string, kernel: Uint8Array, context: Skipping): number {
  // Only what the compiler and the debugger left is taken away; where there is no strip, it stays.
  spawnSync('strip', [join(folder, 'initramfs/bin/ignition')]);
  const parts: Readonly<Record<string, Uint8Array>> = {
    'EFI/BOOT/BOOTX64.EFI': readFileSync(requireTool('systemd-boot', context)),
    'loader/loader.conf': Buffer.from('timeout 0\ndefault system.conf\n'),
    'loader/entries/system.conf': Buffer.from(
      'title system\nlinux /vmlinuz\ninitrd /initramfs\noptions quiet no_timer_check console=ttyS0,115200n8\n',
    ),
    vmlinuz: kernel,
    initramfs: zstdCompressSync(archiveOf(join(folder, 'initramfs'))),
  };
  const staged = join(folder, 'esp');
  for (const [path, bytes] of Object.entries(parts)) {
    mkdirSync(dirname(join(staged, path)), { recursive: true });
    writeFileSync(join(staged, path), bytes);
  }
  const bytes = Object.values(parts).reduce((sum, part) => sum + part.length, 0);
  const size = Math.ceil(bytes / mebibyte) + 2;
  writeFileSync(file, '');
  truncateSync(file, size * mebibyte);
  const mtools = dirname(requireTool('mcopy', context));
  execFileSync(join(mtools, 'mformat'), ['-i', file, '-v', 'ESP', '::']);
  execFileSync(join(mtools, 'mcopy'), [
    '-s',
    '-i',
    file,
    ...readdirSync(staged).map((name) => join(staged, name)),
    '::',
  ]);
  return size;
}

function writeFileSystem(file: string, folder: string, context: Skipping): void {
  writeFileSync(file, '');
  truncateSync(file, rootSize * mebibyte);
  const options = ['-q', '-F', '-t', 'ext4', '-L', 'root', '-O', '^has_journal', '-E', 'root_owner=0:0'];
  execFileSync(requireTool('mke2fs', context), [...options, '-d', folder, file]);
  if (statSync(file).size !== rootSize * mebibyte) throw new Error('the file system has another size');
}

/** The first sector of a disk with two partitions, in the form that PCs have had since 1983: UEFI knows it too. */
function partitionTable(espSize: number): Uint8Array {
  const table = Buffer.alloc(mebibyte);
  const sectors = (mebibytes: number): number => mebibytes * 2048;
  const partition = (index: number, type: number, start: number, size: number): void => {
    const at = 446 + index * 16;
    table.set([0, 0xfe, 0xff, 0xff, type, 0xfe, 0xff, 0xff], at);
    table.writeUInt32LE(sectors(start), at + 8);
    table.writeUInt32LE(sectors(size), at + 12);
  };
  partition(0, 0xef, espAt, espSize);
  partition(1, 0x83, espAt + espSize, rootSize);
  table.set([0x55, 0xaa], 510);
  return table;
}
