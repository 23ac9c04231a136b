import { entries } from './entry.ts';

/** Kernels, initrds and images that a script boots. */
export const ipxeBootCodes = entries({
  PL3024: {
    severity: 'error',
    title: '`initrd=` that names no initrd',
    why: 'Under UEFI a kernel opens its initrd by name. iPXE names an image after the last part of its URL, or as `--name` says. With another name the boot ends in "EFI stub: ERROR: Failed to open file".',
    mend: 'Make `initrd=` and the name of the image equal: `initrd --name main …` with `initrd=main`.',
    configurable: true,
  },
  PL3025: {
    severity: 'error',
    title: 'Missing `initrd=` for an old iPXE',
    why: 'Before iPXE 2.0.0 a kernel under UEFI finds its initrd only through `initrd=`. Without it the boot ends in "VFS: Unable to mount root fs" (typhoon#638).',
    mend: 'Add `initrd=` with the name of the image to the kernel’s arguments. A newer iPXE does not mind it.',
    configurable: true,
  },
  PL3026: {
    severity: 'warning',
    title: 'Root file system given as an initrd',
    why: 'The root file system of CoreOS works as a second initrd, but it is then in memory twice: 4 GiB are needed instead of 2 (typhoon#1117, fedora-coreos-tracker#1055).',
    mend: 'Drop that `initrd` line and name the file with `coreos.live.rootfs_url=`.',
    configurable: true,
  },
  PL3027: {
    severity: 'error',
    title: 'Kernel without an initrd',
    why: 'A CoreOS kernel cannot mount anything without its initramfs: it panics.',
    mend: 'Add an `initrd` line before `boot`.',
    configurable: true,
  },
  PL3028: {
    severity: 'error',
    title: 'Images of different releases',
    why: 'The initramfs checks the root file system by its hash, so kernel, initramfs and rootfs must be of one release. The installer drops old signing keys, so the metal image must be of the same release too.',
    mend: 'Take all files from one release.',
    configurable: true,
  },
  PL3029: {
    severity: 'error',
    title: 'Images of different architectures',
    why: 'An initramfs or root file system of another architecture cannot run.',
    mend: 'Take all files from the architecture of the machine.',
    configurable: true,
  },
});
