import type { Flaw, PlacedFlaw } from '../ignition/flaw.ts';
import type { NodeView } from '../ignition/nodeView.ts';
import { onceForEach } from '../ignition/onceForEach.ts';
import { missingActivated } from './rules/activation.ts';
import { commandCount, programPaths } from './rules/commands.ts';
import { danglingDependencies } from './rules/dependencies.ts';
import { dropinNames } from './rules/dropins.ts';
import { enabledWithoutInstall, missingUnits, neverEnabled } from './rules/enabling.ts';
import { networkBeforeOnline, networkNotWanted } from './rules/network.ts';
import { orderingCycles } from './rules/ordering.ts';
import { missingPrograms, notExecutable, withoutInterpreter } from './rules/programs.ts';
import { selinuxLabels } from './rules/selinux.ts';
import { repeatedKeys, unitSyntax, unknownKeys, unknownSections } from './rules/syntax.ts';
import { restartingOneshot, serviceValues } from './rules/values.ts';
import type { Unit } from './unit.ts';

const alone: readonly ((unit: Unit) => Flaw[])[] = [
  unitSyntax,
  unknownSections,
  unknownKeys,
  repeatedKeys,
  serviceValues,
  restartingOneshot,
  commandCount,
  programPaths,
  dropinNames,
  enabledWithoutInstall,
];

const together: readonly ((view: NodeView) => PlacedFlaw[])[] = [
  neverEnabled,
  missingUnits,
  danglingDependencies,
  orderingCycles,
  networkBeforeOnline,
  networkNotWanted,
  missingActivated,
  missingPrograms,
  notExecutable,
  withoutInterpreter,
  selinuxLabels,
];

/** All that is wrong with a unit by itself; each unit is looked at once. */
export const unitFlaws: (unit: Unit) => readonly Flaw[] = onceForEach((unit: Unit) =>
  alone.flatMap((rule) => rule(unit)),
);

/** All that is wrong with the units of a configuration together, and with the programs that they run. */
export function unitsFlaws(view: NodeView): PlacedFlaw[] {
  return together.flatMap((rule) => rule(view));
}
