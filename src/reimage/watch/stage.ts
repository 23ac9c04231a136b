import type { Step } from '../steps/step.ts';
import type { Sighting } from './sighting.ts';

/** The steps of which the router tells whether they are done. */
export const watchedSteps = ['netboot', 'install', 'firstBoot', 'ready'] as const satisfies readonly Step[];

export type WatchedStep = (typeof watchedSteps)[number];

/**
 * The last of the watched steps that is done, by what was seen; undefined where none is. A step counts only after the one before it: what
 * speaks of a first boot before the Ignition was fetched is the system that was installed before.
 */
export function stageOf(sightings: readonly Sighting[]): WatchedStep | undefined {
  let stage: WatchedStep | undefined;
  let gotScript = false;
  let missedSome = false;
  for (const { kind } of sightings) {
    switch (kind) {
      case 'armed':
        // What comes now belongs to somebody else's arming.
        stage = undefined;
        gotScript = false;
        missedSome = false;
        break;
      case 'file':
      case 'asked':
        stage ??= 'netboot';
        break;
      case 'script':
        stage ??= 'netboot';
        gotScript = true;
        break;
      case 'ignition':
        if (stage !== 'firstBoot' && stage !== 'ready') stage = 'install';
        break;
      case 'routerRestarted':
        // Its Ignition may have been fetched just before, and nobody heard of it.
        missedSome = gotScript;
        break;
      case 'firstBoot':
        if (stage === 'install' || (stage === 'netboot' && missedSome)) stage = 'firstBoot';
        break;
      case 'ready':
        if (stage === 'install' || stage === 'firstBoot' || (stage === 'netboot' && missedSome))
          stage = 'ready';
        break;
    }
  }
  return stage;
}

/** Whether a watched step is done, by what was seen. */
export function isDone(step: WatchedStep, sightings: readonly Sighting[]): boolean {
  const stage = stageOf(sightings);
  return stage !== undefined && watchedSteps.indexOf(stage) >= watchedSteps.indexOf(step);
}
