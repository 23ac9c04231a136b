import { onceForEach } from '../ignition/onceForEach.ts';
import { listValues, type Unit } from './unit.ts';
import type { Directive } from './unitFile.ts';

/** Another unit that a unit names. */
export interface Dependency {
  readonly key: DependencyKey;
  readonly name: string;
  readonly directive: Directive;
}

/** The keys of [Unit] that name other units; systemd.unit(5). */
export type DependencyKey = (typeof dependencyKeys)[number];

const dependencyKeys = [
  'After',
  'Before',
  'Wants',
  'Requires',
  'Requisite',
  'BindsTo',
  'PartOf',
  'Upholds',
  'OnFailure',
  'OnSuccess',
] as const;

/** All units that a unit names in its [Unit] section; each unit is asked once. */
export const dependencies = onceForEach((unit: Unit): readonly Dependency[] =>
  dependencyKeys.flatMap((key) =>
    listValues(unit, 'Unit', key).map(({ word, directive }) => ({ key, name: word, directive })),
  ),
);
