import type { PlacedFlaw } from '../../ignition/flaw.ts';
import { inUnit } from '../../ignition/inUnit.ts';
import type { NodeView, PlacedUnit } from '../../ignition/nodeView.ts';
import { textOfProgram } from '../../ignition/programs.ts';
import { realPath } from '../../ignition/realPath.ts';
import { orderOf, startsAfter } from '../order.ts';
import type { UnitCommand } from '../unit.ts';
import { valueFlaw } from '../unitFlaw.ts';

/**
 * Folders whose default label systemd may not execute. Ignition labels what it writes by the policy's file contexts:
 * `var_lib_t`, `user_home_t`, `admin_home_t`, `var_t`, `mnt_t`; init_t may execute base_ro_file_type only
 * (bin_t, usr_t, etc_t, lib_t). `/var/usrlocal` and `/var/opt` have the labels of /usr/local and /opt.
 */
const unlabelled = /^\/(?:var|home|root|srv|mnt)\//;

/** PL3242, PL3243: a program that systemd may not execute because of its label, or not yet. */
export function selinuxLabels(view: NodeView): PlacedFlaw[] {
  const order = orderOf(view);
  return view.units.flatMap((placed) =>
    placed.unit.commands.flatMap((use, index): PlacedFlaw[] => {
      const path = realPath(use.command.program);
      if (!unlabelled.test(path)) return [];
      if (labelledBefore(placed.unit.commands.slice(0, index), view, path)) return [];
      const labeller = view.units.find(
        ({ unit }) => unit !== placed.unit && labelledBefore(unit.commands, view, path),
      );
      if (labeller === undefined) return [inUnit(placed, tellLabel(placed, use))];
      if (startsAfter(order, placed.unit.name, labeller.unit.name)) return [];
      const message = `${labeller.unit.name} sets the SELinux label of ${path}, but nothing orders it before ${placed.unit.name}`;
      const hint = `add After=${labeller.unit.name} to ${placed.unit.name}`;
      return [inUnit(placed, valueFlaw('PL3243', use.directive, message, hint, use.command.program))];
    }),
  );
}

function tellLabel({ unit }: PlacedUnit, { directive, command }: UnitCommand) {
  const message = `SELinux does not let systemd run ${command.program} (${unit.name}): what lies there is not labelled as a program`;
  const hint = `put it in /usr/local/bin, or write ${directive.key}=/bin/bash ${command.program}`;
  return valueFlaw('PL3242', directive, message, hint, command.program);
}

/** Whether any of some commands gives the program a label that can be executed. restorecon gives it the default label again. */
function labelledBefore(commands: readonly UnitCommand[], view: NodeView, path: string): boolean {
  return commands.some(({ command }) => {
    const line = [command.program, ...command.arguments].join(' ');
    const text = `${line}\n${textOfProgram(view, command) ?? ''}`;
    return /\b(?:chcon|semanage\s+fcontext)\b/.test(text) && namesPath(text, path);
  });
}

/** Whether a text names a path, or a folder above it that is deeper than the top. */
function namesPath(text: string, path: string): boolean {
  const parts = path.split('/');
  return parts.some((_, end) => end > 2 && text.includes(parts.slice(0, end + 1).join('/')));
}
