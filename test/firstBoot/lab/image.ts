import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where Fedora CoreOS can be written: only there may Ignition or the first boot leave anything. The rest belongs to the image, is read-only
 * and the same on all machines. Source: facts of rpm-ostree's file system, fedora-coreos-docs.
 */
export const writablePlaces = ['/etc/', '/var/'] as const;

/** Links of the image that lead from familiar places to writable ones. */
const links: Readonly<Record<string, string>> = {
  'usr/local': '../var/usrlocal',
  opt: 'var/opt',
  home: 'var/home',
  root: 'var/roothome',
  bin: 'usr/bin',
  sbin: 'usr/sbin',
  lib: 'usr/lib',
  lib64: 'usr/lib64',
};

const folders = [
  ...['usr', 'dev', 'proc', 'run', 'tmp', 'lab', 'host', 'etc', 'var/lib', 'var/log'],
  ...['var/usrlocal/bin', 'var/usrlocal/sbin', 'var/usrlocal/lib', 'var/opt', 'var/home', 'var/roothome'],
];

/** The key that the SSH server made when the machine first came up. */
export const hostKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAID5aMjuzdGraV54SEYyO4rmlDeLN4I6mAO8HNBSZhc06';

const files: Readonly<Record<string, string>> = {
  'etc/ssh/ssh_host_ed25519_key.pub': `${hostKey} root@localhost\n`,
  'etc/nsswitch.conf': 'hosts: files dns\n',
  // Nobody answers there.
  'etc/resolv.conf': 'nameserver 192.168.26.1\noptions timeout:1 attempts:1\n',
};

/** Lays out what Ignition finds of Fedora CoreOS: its links, and what a system with a network has. */
export function writeImage(root: string): void {
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  chmodSync(join(root, 'tmp'), 0o1777);
}
