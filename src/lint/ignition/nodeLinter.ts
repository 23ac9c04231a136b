import type { Finding } from '../../shared/finding.ts';
import { scriptFlaws } from '../scripts/scriptRules.ts';
import { parseUnit } from '../units/unit.ts';
import { unitFlaws, unitsFlaws } from '../units/unitRules.ts';
import { fileFlaws, folderFlaws, linkFlaws, unitSecretFlaws, userFlaws } from './elementRules.ts';
import { type Flaw, type Locate, placeFlaw } from './flaw.ts';
import type { NodeFiles, Placed, UnitElement } from './nodeFiles.ts';
import { viewOf } from './nodeView.ts';
import { contradictoryArguments } from './rules/kernelArguments.ts';

/** Lints the configurations of nodes, one after the other. */
export type NodeLinter = (nodeFiles: NodeFiles, locate: Locate) => Finding[];

/**
 * Makes a linter. What is wrong with an element by itself is found and placed once, however many configurations have
 * the element, and is answered as the same `Finding` object for each.
 */
export function nodeLinter(): NodeLinter {
  const placed = new WeakMap<object, readonly Finding[]>();
  const once = <T extends object>(
    list: readonly Placed<T>[],
    rules: (element: T) => readonly Flaw[],
    locate: Locate,
  ) =>
    list.flatMap(({ at, element }) => {
      const known = placed.get(element);
      if (known !== undefined) return known;
      const findings = rules(element).map((flaw) => placeFlaw({ ...flaw, at: [...at, ...flaw.at] }, locate));
      placed.set(element, findings);
      return findings;
    });
  return (nodeFiles, locate) => [
    ...once(nodeFiles.files, (file) => [...fileFlaws(file), ...scriptFlaws(file)], locate),
    ...once(nodeFiles.folders, folderFlaws, locate),
    ...once(nodeFiles.links, linkFlaws, locate),
    ...once(nodeFiles.users, userFlaws, locate),
    ...once(nodeFiles.units, unitElementFlaws, locate),
    ...[...contradictoryArguments(nodeFiles), ...unitsFlaws(viewOf(nodeFiles))].map((flaw) =>
      placeFlaw(flaw, locate),
    ),
  ];
}

function unitElementFlaws(element: UnitElement): readonly Flaw[] {
  return [...unitFlaws(parseUnit(element)), ...unitSecretFlaws(element)];
}
