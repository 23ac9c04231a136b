import type { MachineStep } from './boot.ts';

/** Seconds without a step after which the next one belongs to another boot. */
const usualGap = 90;
/** The same while big files are loaded and a disk is written, in which nothing is heard. */
const installingGap = 45 * 60;

/**
 * The steps of a machine's last boot: from the last time that it asked for an address after it had been quiet. One boot asks three times:
 * firmware, iPXE, and the installer's system, minutes later.
 *
 * @param steps of one machine, the oldest first
 */
export function lastBoot(steps: readonly MachineStep[]): readonly MachineStep[] {
  let start = 0;
  let installing = false;
  let before = steps[0]?.uptime ?? 0;
  for (const [index, { kind, uptime }] of steps.entries()) {
    const gap = installing ? installingGap : usualGap;
    if (uptime - before > gap && beginsBoot(kind)) {
      start = index;
      installing = false;
    }
    if (kind === 'script' || kind === 'ignition' || kind === 'firstBoot') installing = true;
    else if (endsInstall(kind)) installing = false;
    before = uptime;
  }
  return steps.slice(start);
}

function beginsBoot(kind: MachineStep['kind']): boolean {
  return kind === 'discover' || kind === 'noAddress' || kind === 'offer' || kind === 'file';
}

function endsInstall(kind: MachineStep['kind']): boolean {
  return kind === 'asked' || kind === 'ready' || kind === 'failed';
}
