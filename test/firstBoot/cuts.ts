import type { Skipping } from '../tools/tools.ts';
import type { Lab, MachineWanted } from './lab/lab.ts';
import type { Machine } from './lab/machine.ts';

/** A point of a first boot that the power can go at. */
export interface Step {
  /** Which one, counted from 1. */
  readonly number: number;
  /** `after mv`, `install.sh took the unit away` */
  readonly name: string;
}

/**
 * The steps of a first boot at which the disk, the cluster or the gate is not as it was at the step before: cut anywhere else, the next
 * boot finds what it finds at one of these.
 */
export async function distinctSteps(lab: Lab, wanted: MachineWanted, context: Skipping): Promise<Step[]> {
  const seen = new Set<string>();
  return (await allSteps(lab, wanted, context)).flatMap(({ state, ...step }) => {
    if (state === 'same' || seen.has(state)) return [];
    seen.add(state);
    return [step];
  });
}

/** A machine that was cut at the first step of a name. */
export async function cutAtName(
  lab: Lab,
  wanted: MachineWanted,
  name: string,
  context: Skipping,
): Promise<Machine> {
  const found = (await allSteps(lab, wanted, context)).find((step) => step.name === name);
  if (found === undefined) throw new Error(`no step is called ${name}`);
  const machine = await lab.machine({ ...wanted, stepped: true }, context);
  await machine.boot({ cutAt: found.number });
  return machine;
}

async function allSteps(
  lab: Lab,
  wanted: MachineWanted,
  context: Skipping,
): Promise<(Step & { readonly state: string })[]> {
  const machine = await lab.machine({ ...wanted, stepped: true }, context);
  await machine.boot({ cutAt: 'record' });
  return machine.lab('cut/steps').map((line, index) => {
    const [, state = '', name = ''] = /^(\w+) (.*)$/.exec(line) ?? [];
    return { number: index + 1, name, state };
  });
}

/** A machine that was cut. */
export interface CutMachine {
  readonly machine: Machine;
  /** Files that the cut emptied. */
  readonly lost: readonly string[];
}

/**
 * Cuts a first boot at a step, with everything that runs, and hands over the machine: with all that it wrote, and then, which is the worst
 * case, with files that are there and empty where it did not sync them, if there are any. Each time it has another shell.
 *
 * @param worstOnly whether it is handed over once only: as it is in the worst case
 */
export async function* cutAt(
  lab: Lab,
  wanted: MachineWanted,
  step: Step,
  worstOnly: boolean,
  context: Skipping,
): AsyncIterable<CutMachine> {
  const cut = await lab.machine({ ...wanted, stepped: true }, context);
  if (!(await cut.boot({ cutAt: step.number })).cut) throw new Error(`it ended before step ${step.number}`);
  const unsynced = cut.unsynced();
  const again = lab.rememberGate();
  for (const lost of unsynced.length === 0 ? [[]] : [...(worstOnly ? [] : [[]]), unsynced]) {
    again();
    const machine = lab.copy(cut, lost.length === 0 ? 'busybox ash' : 'bash', context);
    for (const path of lost) machine.empty(path);
    yield { machine, lost };
    await machine.remove();
  }
  await cut.remove();
}
