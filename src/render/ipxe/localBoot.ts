import type { LocalBoot } from '../../inventory/model/node.ts';

/**
 * What lets a machine go on to its own disk, in the way that its firmware understands (netboot.xyz#1276, sidero#413, ipxe#213).
 * `poweroff` is not in iPXE before 1.20, and `sanboot` not in every build: without them iPXE ends, and the firmware goes on.
 */
export const localBootLines: Readonly<Record<LocalBoot, readonly string[]>> = {
  exit: ['exit'],
  exitError: ['exit 1'],
  sanboot: ['sanboot --no-describe --drive 0x80 ||', 'exit'],
  poweroff: ['poweroff ||', 'exit'],
};

/** The status with which iPXE as a whole has to end for that. */
export function exitStatus(localBoot: LocalBoot): number {
  return localBoot === 'exitError' ? 1 : 0;
}
