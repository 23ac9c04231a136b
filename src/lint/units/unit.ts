import { compareText } from '../../shared/finding.ts';
import type { UnitElement } from '../ignition/nodeFiles.ts';
import { onceForEach } from '../ignition/onceForEach.ts';
import { type Command, parseExecLine } from './execLine.ts';
import { type Directive, parseUnitFile, type UnitFile } from './unitFile.ts';

/** A unit with its drop-ins, parsed. */
export interface Unit {
  readonly element: UnitElement;
  readonly name: string;
  /** `service` of `k3s.service`. */
  readonly type: string;
  /** Whether the configuration brings the unit itself, and not only drop-ins for one that is there. */
  readonly complete: boolean;
  readonly files: readonly UnitFile[];
  /** All directives in the order in which systemd applies them: contents, then drop-ins by name. */
  readonly directives: readonly Directive[];
  /** Commands of `Exec…=` lines. */
  readonly commands: readonly UnitCommand[];
}

/** One command with the line it stands on. */
export interface UnitCommand {
  readonly directive: Directive;
  readonly command: Command;
}

/** Parses a unit; each element once. */
export const parseUnit = onceForEach((element: UnitElement): Unit => {
  const dropins = [...element.dropins].sort((a, b) => compareText(a.name, b.name));
  const texts = [element.contents, ...dropins.map((each) => each.contents)].filter(
    (each) => each !== undefined,
  );
  const files = texts.map(parseUnitFile);
  const directives = files.flatMap((file) => file.directives);
  return {
    element,
    name: element.name,
    type: element.name.slice(element.name.lastIndexOf('.') + 1),
    complete: element.contents !== undefined,
    files,
    directives,
    commands: directives
      .filter((each) => each.section === 'Service' && /^Exec(Condition|Start|Stop|Reload)/.test(each.key))
      .flatMap((directive) => parseExecLine(directive.value).map((command) => ({ directive, command }))),
  };
});

/** The values of a key that takes many, words split; an empty assignment forgets those before it. */
export function listValues(
  unit: Unit,
  section: string,
  key: string,
): { word: string; directive: Directive }[] {
  let values: { word: string; directive: Directive }[] = [];
  for (const directive of unit.directives) {
    if (directive.section !== section || directive.key !== key) continue;
    if (directive.value === '') values = [];
    else values = [...values, ...directive.value.split(/\s+/).map((word) => ({ word, directive }))];
  }
  return values;
}

/** The directive that decides a key which takes one value: the last. */
export function lastDirective(unit: Unit, section: string, key: string): Directive | undefined {
  return unit.directives.findLast((each) => each.section === section && each.key === key);
}

/** Whether the unit has a section, in its contents or a drop-in. */
export function hasSection(unit: Unit, name: string): boolean {
  return unit.files.some((file) => file.sections.some((section) => section.name === name));
}
