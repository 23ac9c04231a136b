import type { Survey } from '../ports/storage.ts';
import { fileSystemLimits } from './fileSystems.ts';

/** What is worth knowing of a storage though nothing is wrong with it: a sentence each. */
export function surveyNotes({ mount, system }: Survey): string[] {
  const limits = mount === undefined ? undefined : fileSystemLimits(mount.fileSystem).note;
  const clock =
    system.clock < earliestClock
      ? `the target's clock is wrong (it says ${yearOf(system.clock)}): nothing here depends on it, certificates and logs do`
      : undefined;
  return [limits, clock].filter((note) => note !== undefined);
}

/** 2024-01-01: before that, the clock of a system that runs this was never set. */
const earliestClock = 1_704_067_200;

function yearOf(clock: number): string {
  const date = new Date(clock * 1000);
  return Number.isNaN(date.getTime()) ? 'no time' : `${date.getUTCFullYear()}`;
}
