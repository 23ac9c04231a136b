import type { LocalBoot } from '../../inventory/model/node.ts';

/**
 * What lets a machine go on to its own disk, in the way that its firmware understands (netboot.xyz#1276, sidero#413, ipxe#213).
 * `poweroff` is not in iPXE before 1.20, and `sanboot` not in every build: without them iPXE ends with an
 * error, which UEFI asks for: after a success, its boot manager may stop and show its menu (UEFI 2.10, 3.1.1; seen with OVMF).
 */
export const localBootLines: Readonly<Record<LocalBoot, readonly string[]>> = {
  exit: ['exit'],
  exitError: ['exit 1'],
  sanboot: ['sanboot --no-describe --drive 0x80 ||', 'exit 1'],
  poweroff: ['poweroff ||', 'exit 1'],
};

/** The status with which iPXE as a whole has to end for that. */
export function exitStatus(localBoot: LocalBoot): number {
  return localBoot === 'exit' ? 0 : 1;
}
