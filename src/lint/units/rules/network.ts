import type { PlacedFlaw } from '../../ignition/flaw.ts';
import { inUnit } from '../../ignition/inUnit.ts';
import type { FileElement } from '../../ignition/nodeFiles.ts';
import type { NodeView } from '../../ignition/nodeView.ts';
import { onceForEach } from '../../ignition/onceForEach.ts';
import { fileOfProgram } from '../../ignition/programs.ts';
import { dependencies } from '../dependencies.ts';
import { orderOf, startsAfter } from '../order.ts';
import { hasSection, type Unit } from '../unit.ts';
import { valueFlaw } from '../unitFlaw.ts';

const target = 'network-online.target';

/** Commands that need the network whatever their arguments say, when they stand at the start of a command. */
const fetching =
  /(?:^|[\s;&|("'/])(?:curl|wget|podman\s+(?:pull|run)|docker\s+(?:pull|run)|skopeo|git\s+clone|rpm-ostree\s+(?:install|upgrade|rebase)|dnf\s+install)\s/m;

/** What the unit fetches with, if it does: in a command, or in a script of the configuration that it runs. */
function fetches(view: NodeView, unit: Unit): Unit['commands'][number] | undefined {
  return unit.commands.find(({ command }) => {
    const line = [command.program, ...command.arguments, ''].join(' ');
    if (/\b(?:127\.0\.0\.1|localhost)\b/.test(line)) return false;
    if (fetching.test(line)) return true;
    const file = fileOfProgram(view, command)?.element;
    return file !== undefined && scriptFetches(file);
  });
}

/** Whether a script fetches, comments left aside; each file is looked at once. */
const scriptFetches = onceForEach((file: FileElement): boolean =>
  file.texts.some(({ text }) => fetching.test(text.replaceAll(/^[ \t]*#.*$/gm, ''))),
);

/** PL3233: a unit that starts at boot and uses the network without waiting for it. */
export function networkBeforeOnline(view: NodeView): PlacedFlaw[] {
  const order = orderOf(view);
  return view.units.flatMap((placed) => {
    const { unit } = placed;
    if (unit.type !== 'service' || !hasSection(unit, 'Install')) return [];
    const use = fetches(view, unit);
    if (use === undefined || startsAfter(order, unit.name, target)) return [];
    const message = `${unit.name} uses the network, but nothing orders it after ${target}`;
    const hint = `add Wants=${target} and After=${target} to [Unit]`;
    return [inUnit(placed, valueFlaw('PL3233', use.directive, message, hint))];
  });
}

/** PL3234: an order after the network that no unit asks for. */
export function networkNotWanted(view: NodeView): PlacedFlaw[] {
  const named = view.units.flatMap((placed) =>
    dependencies(placed.unit)
      .filter(({ name }) => name === target)
      .map((dependency) => ({ placed, dependency })),
  );
  if (named.some(({ dependency }) => /^(Wants|Requires|BindsTo|Upholds)$/.test(dependency.key))) return [];
  return named
    .filter(({ dependency }) => dependency.key === 'After')
    .map(({ placed, dependency }) => {
      const message = `${placed.unit.name} waits for ${target}, but no unit starts it`;
      return inUnit(
        placed,
        valueFlaw('PL3234', dependency.directive, message, `add Wants=${target}`, target),
      );
    });
}
