import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openwrtApplets } from './applets.ts';
import { labTool } from './requireRouter.ts';

/** `openwrt`: a busybox with OpenWrt's applets and dropbear, nothing else. `debian`: this machine's programs, python and rsync too. */
export type Userland = 'openwrt' | 'debian';

/** Programs of the lab lie here, outside of the PATH of those who log in. */
export const labFolder = '/lab';

const folders = [
  'bin',
  'dev',
  'etc/dropbear',
  'lab',
  'mnt/usb',
  'proc',
  'root/.ssh',
  'run/sshd',
  'sbin',
  'tmp',
  'usr/bin',
  'usr/sbin',
  'www',
];

/** Writes the root folder of a router, before anything is mounted in it. */
export function writeRootFolder(root: string, userland: Userland, authorizedKeys: string): void {
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
  const file = (path: string, text: string): void => writeFileSync(join(root, path), text);
  const shell = userland === 'openwrt' ? '/bin/ash' : '/bin/sh';
  file('etc/passwd', `root:x:0:0:root:/root:${shell}\nsshd:x:100:65534::/run/sshd:/bin/false\n`);
  file('etc/group', 'root:x:0:\nnogroup:x:65534:\n');
  file('etc/shadow', 'root:*:0:0:99999:7:::\n');
  file('etc/shells', '/bin/ash\n/bin/sh\n');
  file('root/.ssh/authorized_keys', authorizedKeys);
  for (const path of ['root', 'root/.ssh']) chmodSync(join(root, path), 0o700);
  chmodSync(join(root, 'tmp'), 0o1777);
  chmodSync(join(root, 'root/.ssh/authorized_keys'), 0o600);
  symlinkSync('/mnt/usb/pilotlight', join(root, 'www/pilotlight'));
  if (userland === 'openwrt') installOpenwrt(root);
  installLab(root, userland);
}

function installOpenwrt(root: string): void {
  install(root, labTool('router-busybox'), '/bin/busybox');
  for (const applet of openwrtApplets) symlinkSync('/bin/busybox', join(root, 'bin', applet));
  symlinkSync('/bin/busybox', join(root, 'usr/bin/env'));
  // A package manager is looked for by name only.
  writeFileSync(join(root, 'bin/opkg'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  const release = [
    'DISTRIB_ID="OpenWrt"',
    'DISTRIB_RELEASE="24.10.2"',
    'DISTRIB_DESCRIPTION="OpenWrt 24.10.2 r28739-d9340319c6"',
  ];
  writeFileSync(join(root, 'etc/openwrt_release'), `${release.join('\n')}\n`);
}

function installLab(root: string, userland: Userland): void {
  const programs = { httpd: labTool('router-busybox'), dropbear: labTool('dropbear') };
  for (const [name, program] of Object.entries(programs)) {
    if (userland === 'openwrt') install(root, program, `${labFolder}/${name}`);
    else copyFileSync(program, join(root, labFolder, name));
  }
}

/** Puts a program into the root folder, with the libraries that it is linked with. */
export function install(root: string, program: string, target: string): void {
  copyFileSync(program, join(root, target));
  for (const library of librariesOf(program)) {
    const place = join(root, library);
    if (existsSync(place)) continue;
    mkdirSync(dirname(place), { recursive: true });
    copyFileSync(library, place);
  }
}

function librariesOf(program: string): string[] {
  return execFileSync('ldd', [program], { encoding: 'utf8' }).match(/\/\S+/g) ?? [];
}

const systemFolders = ['/usr', '/bin', '/sbin', '/lib', '/lib64', '/etc/alternatives'];

/** Commands that mount what belongs in a root folder; run inside of the namespace. */
export function mountScript(root: string, userland: Userland): string {
  const devices = ['null', 'zero', 'random', 'urandom'];
  const system = userland === 'debian' ? systemFolders.filter((path) => existsSync(path)) : [];
  return [
    'set -e',
    `mount --bind ${root} ${root}`,
    `mount -t proc proc ${root}/proc`,
    `mount -t tmpfs -o mode=755 tmpfs ${root}/dev`,
    ...devices.flatMap((name) => [`: >${root}/dev/${name}`, `mount --bind /dev/${name} ${root}/dev/${name}`]),
    `ln -s /proc/self/fd ${root}/dev/fd`,
    `mkdir ${root}/dev/pts`,
    `mount -t devpts -o newinstance,ptmxmode=666 devpts ${root}/dev/pts`,
    `ln -s pts/ptmx ${root}/dev/ptmx`,
    `mount --bind ${root}/lab/bootId ${root}/proc/sys/kernel/random/boot_id`,
    ...system.flatMap((path) => [`mkdir -p ${root}${path}`, `mount --bind ${path} ${root}${path}`]),
  ].join('\n');
}
