import { readFileSync } from 'node:fs';
import { cpio } from './cpio.ts';

/** What the live system prints once it runs: the kernel's command line. */
export const liveSystemRuns = /LIVE-SYSTEM (.+)\n/;

const init = `#!/bin/busybox sh
/bin/busybox mount -t proc proc /proc
/bin/busybox echo "LIVE-SYSTEM $(/bin/busybox cat /proc/cmdline)"
/bin/busybox stty sane
/bin/busybox poweroff -f
`;

/** The smallest initramfs that proves that it was found: it prints the command line, waits until that is out (stty does), and powers off. */
export function liveSystem(busybox: string): Uint8Array {
  const folder = 0o040755;
  const program = 0o100755;
  return cpio([
    { path: 'bin', mode: folder },
    { path: 'dev', mode: folder },
    { path: 'dev/console', mode: 0o020600, device: [5, 1] },
    { path: 'proc', mode: folder },
    { path: 'bin/busybox', mode: program, bytes: readFileSync(busybox) },
    { path: 'init', mode: program, bytes: Buffer.from(init) },
  ]);
}
