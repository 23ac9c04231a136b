import { chmodSync, copyFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { install as installProgram } from '../../router/lab/rootFolder.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';

const here = (path: string): string => new URL(`programs/${path}`, import.meta.url).pathname;

/** Puts one of the programs of this folder into a system, under another name. */
function put(root: string, name: string, target: string, mode = 0o755): void {
  const place = join(root, target);
  mkdirSync(dirname(place), { recursive: true });
  copyFileSync(here(name), place);
  chmodSync(place, mode);
}

function write(root: string, path: string, text: string, mode = 0o644): void {
  const place = join(root, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, text);
  chmodSync(place, mode);
}

function programOfHost(root: string, program: string, target: string): void {
  mkdirSync(dirname(join(root, target)), { recursive: true });
  installProgram(root, program, target);
}

/** What both first file systems have: a shell, the modules of the kernel, and a way to get an address. */
function writeFirst(root: string, init: string, context: Skipping): void {
  for (const folder of ['bin', 'dev', 'proc', 'sys', 'usr/share', 'modules', 'etc'])
    mkdirSync(join(root, folder), { recursive: true });
  copyFileSync(requireTool('busybox', context), join(root, 'bin/busybox'));
  chmodSync(join(root, 'bin/busybox'), 0o755);
  symlinkSync('busybox', join(root, 'bin/sh'));
  const kernel = requireTool('linux-with-modules', context);
  for (const name of readdirSync(kernel).filter((each) => each.endsWith('.ko')))
    copyFileSync(join(kernel, name), join(root, 'modules', name));
  put(root, init, 'init');
  put(root, 'common.sh', 'common.sh');
  put(root, 'udhcpc.sh', 'usr/share/udhcpc.sh');
}

/** The live system: it has what it writes to disks not with it, but fetches it. */
export function writeLive(root: string, context: Skipping): void {
  writeFirst(root, 'live.sh', context);
}

/** The accounts that Fedora CoreOS adds to by a configuration of its own. */
const base = {
  ignition: { version: '3.0.0' },
  passwd: { users: [{ name: 'core', groups: ['adm', 'wheel', 'systemd-journal'] }] },
};

/** The first file system of an installed machine, with the real Ignition and what that runs. */
export function writeInitramfs(root: string, context: Skipping): void {
  writeFirst(root, 'initramfs.sh', context);
  programOfHost(root, requireTool('ignition', context), 'bin/ignition');
  // Their packages are essential: no Debian is without them.
  for (const name of ['useradd', 'usermod', 'groupadd'])
    programOfHost(root, join(dirname(requireTool('useradd', context)), name), `usr/sbin/${name}`);
  // There are no labels to set.
  write(root, 'bin/setfiles', '#!/bin/sh\nexit 0\n', 0o755);
  write(root, 'usr/lib/ignition/base.d/00-core.ign', JSON.stringify(base));
}

const folders = [
  ...[
    'boot',
    'dev',
    'proc',
    'run',
    'sys',
    'sysroot',
    'tmp',
    'etc',
    'usr/bin',
    'usr/lib',
    'usr/lib64',
    'usr/libexec',
  ],
  ...['var/home', 'var/roothome', 'var/lib', 'var/log', 'var/usrlocal/bin', 'var/usrlocal/lib', 'var/opt'],
  ...['etc/ssh', 'etc/systemd/system', 'etc/skel', 'etc/dropbear'],
];

/** Links of Fedora CoreOS that lead from familiar places to writable ones. */
const links: Readonly<Record<string, string>> = {
  'usr/local': '../var/usrlocal',
  'usr/sbin': 'bin',
  home: 'var/home',
  root: 'var/roothome',
  bin: 'usr/bin',
  sbin: 'usr/sbin',
  lib: 'usr/lib',
  lib64: 'usr/lib64',
  opt: 'var/opt',
};

const files: Readonly<Record<string, string>> = {
  // Who has root's place has no password, and nobody comes in by one.
  'etc/passwd': 'root:x:0:0:root:/root:/bin/sh\n',
  'etc/group': 'root:x:0:\nadm:x:4:\nwheel:x:10:\nsystemd-journal:x:190:\n',
  'etc/shadow': 'root::0:0:99999:7:::\n',
  'etc/gshadow': 'root:::\n',
  'etc/default/useradd': 'SHELL=/bin/sh\n',
  'etc/shells': '/bin/sh\n',
  'etc/hostname': 'localhost\n',
  'etc/os-release': 'ID=fedora\nOSTREE_VERSION=44.20260707.3.1\n',
  'etc/nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files dns\n',
  'etc/selinux/config': 'SELINUXTYPE=targeted\n',
  'etc/selinux/targeted/contexts/files/file_contexts': '',
};

/** Programs of this machine that an installed one has; the rest are busybox's. */
const programs = ['dropbear', 'dropbearkey', 'curl', 'lsblk', 'chattr'] as const;

/** The root file system of an installed machine. */
export function writeRoot(root: string, context: Skipping): void {
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
  for (const [path, text] of Object.entries(files)) write(root, path, text);
  copyFileSync(requireTool('busybox', context), join(root, 'usr/bin/busybox'));
  // What `su` has to have: see sudo.sh.
  chmodSync(join(root, 'usr/bin/busybox'), 0o4755);
  for (const name of programs) programOfHost(root, requireTool(name, context), `usr/bin/${name}`);
  for (const [name, target] of Object.entries({
    'init.sh': 'usr/libexec/init',
    'units.sh': 'usr/libexec/units.sh',
    'common.sh': 'usr/libexec/common.sh',
    'udhcpc.sh': 'usr/share/udhcpc.sh',
    'systemctl.sh': 'usr/bin/systemctl',
    'journalctl.sh': 'usr/bin/journalctl',
    'timedatectl.sh': 'usr/bin/timedatectl',
    'sudo.sh': 'usr/bin/sudo',
  }))
    put(root, name, target);
}
