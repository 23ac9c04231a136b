import { didYouMean } from '../../../shared/nearest.ts';
import type { Flaw, PlacedFlaw } from '../../ignition/flaw.ts';
import { inUnit } from '../../ignition/inUnit.ts';
import type { NodeView, PlacedUnit } from '../../ignition/nodeView.ts';
import { octal } from '../../ignition/octal.ts';
import { realPath } from '../../ignition/realPath.ts';
import type { UnitCommand } from '../unit.ts';
import { valueFlaw } from '../unitFlaw.ts';

/** Folders that Fedora CoreOS ships empty: what is in them, the configuration put there, or a script. */
const shippedEmpty = /^\/(?:usr\/local|opt|etc|var|home|root|srv|mnt)\//;

/** What K3s's install script puts in /usr/local/bin. */
const installedByK3s =
  /^\/usr\/local\/bin\/(?:k3s|kubectl|crictl|ctr|k3s-killall\.sh|k3s-(?:agent-)?uninstall\.sh)$/;

/** Calls a rule with each command of the configuration's units, and places what it answers. */
function eachCommand(
  view: NodeView,
  rule: (command: UnitCommand, placed: PlacedUnit) => Flaw[],
): PlacedFlaw[] {
  return view.units.flatMap((placed) =>
    placed.unit.commands.flatMap((command) => rule(command, placed).map((flaw) => inUnit(placed, flaw))),
  );
}

/** PL3240: a program that neither CoreOS nor anything in the configuration brings. */
export function missingPrograms(view: NodeView): PlacedFlaw[] {
  return eachCommand(view, ({ directive, command }, { unit }) => {
    const path = realPath(command.program);
    if (!shippedEmpty.test(path) || /[%$@]/.test(path)) return [];
    if (view.fileByPath.has(path) || installedByK3s.test(path) || madeByOthers(view, path)) return [];
    const message = `${unit.name} runs ${command.program}, which nothing brings`;
    const hint = didYouMean(path, view.fileByPath.keys());
    return [valueFlaw('PL3240', directive, message, hint, command.program)];
  });
}

/** Whether a link, a tree that is not known, a script or an argument of any command names the program. */
function madeByOthers(view: NodeView, path: string): boolean {
  const inArguments = view.units.some(({ unit }) =>
    unit.commands.some(({ command }) => command.arguments.some((word) => realPath(word).includes(path))),
  );
  return inArguments || view.mentions(path);
}

/** PL3241: a file that a unit runs directly and that is not executable. */
export function notExecutable(view: NodeView): PlacedFlaw[] {
  return eachCommand(view, ({ directive, command }, { unit }) => {
    const file = view.fileByPath.get(realPath(command.program))?.element;
    if (file === undefined || (file.mode & 0o111) !== 0) return [];
    const message = `${unit.name} runs ${command.program}, whose mode ${octal(file.mode)} is not executable`;
    return [valueFlaw('PL3241', directive, message, 'give the file mode: 0755', command.program)];
  });
}

/** PL3254: a text that a unit runs directly and that names no interpreter. */
export function withoutInterpreter(view: NodeView): PlacedFlaw[] {
  return eachCommand(view, ({ directive, command }, { unit }) => {
    const file = view.fileByPath.get(realPath(command.program))?.element;
    const [first] = file?.texts ?? [];
    if (first === undefined || file?.partlyUnknown || first.text.startsWith('#!')) return [];
    const message = `${unit.name} runs ${command.program}, which does not begin with #!`;
    return [valueFlaw('PL3254', directive, message, 'begin the file with #!/bin/bash', command.program)];
  });
}
