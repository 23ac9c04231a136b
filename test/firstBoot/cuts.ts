import type { Skipping } from '../tools/tools.ts';
import type { Lab, MachineWanted } from './lab/lab.ts';
import type { Machine } from './lab/machine.ts';
import type { Step } from './lab/steps.ts';
import type { BootOutcome } from './lab/systemd.ts';

/** A machine that was cut at the first step of a name. */
export async function cutAtName(
  lab: Lab,
  wanted: MachineWanted,
  name: string,
  context: Skipping,
): Promise<Machine> {
  const machine = await lab.machine({ ...wanted, stepped: true }, context);
  const { cut } = await machine.boot({ cutAt: name });
  if (!cut) throw new Error(`no step is called ${name}`);
  return machine;
}

/** A machine that was cut. */
export interface CutMachine {
  readonly machine: Machine;
  readonly step: Step;
  /** Files that the cut emptied. */
  readonly lost: readonly string[];
}

/**
 * What a cut leaves of files that are there and were not synced: they are empty, which is the worst case, or have what was written. `turns`
 * is by turns the one and the other, from the step with that number on.
 */
export type Losing = 'worst' | { readonly turns: 0 | 1 };

/**
 * Boots a machine for the first time, and hands over, at each of its steps at which the disk, the cluster or the gate is not as it was at any
 * step before, the machine as it would be were the power to go there: cut anywhere else, the next boot finds what it finds at one of these.
 * It goes on when that one was looked at, with a world that knows nothing of it. Each way of losing has another shell.
 */
export async function cutAtEachStep(
  lab: Lab,
  wanted: MachineWanted,
  losing: Losing,
  look: (cut: CutMachine) => Promise<void>,
  context: Skipping,
): Promise<BootOutcome> {
  const machine = await lab.machine({ ...wanted, stepped: true }, context);
  const onStep = async (step: Step): Promise<void> => {
    const again = lab.rememberGate();
    for (const lost of losses(machine.unsynced(), losing, step)) {
      again();
      const copy = lab.copy(machine, lost.length === 0 ? 'busybox ash' : 'bash', context);
      for (const path of lost) copy.empty(path);
      await look({ machine: copy, step, lost });
      await copy.remove();
    }
    again();
  };
  const outcome = await machine.boot({ onStep });
  await machine.remove();
  return outcome;
}

function losses(unsynced: readonly string[], losing: Losing, { number }: Step): (readonly string[])[] {
  if (unsynced.length === 0) return [[]];
  if (losing === 'worst') return [unsynced];
  if (process.env.PILOTLIGHT_SWEEP === 'all') return [[], unsynced];
  return number % 2 === losing.turns ? [unsynced] : [[]];
}
