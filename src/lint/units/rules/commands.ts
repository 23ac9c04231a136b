import { firstFew } from '../../ignition/firstFew.ts';
import type { Flaw } from '../../ignition/flaw.ts';
import { lastDirective, type Unit } from '../unit.ts';
import type { Directive } from '../unitFile.ts';
import { valueFlaw } from '../unitFlaw.ts';

/** PL3225: a service with no command, or with several though it is no one-shot. */
export function commandCount(unit: Unit): Flaw[] {
  if (unit.type !== 'service' || !unit.complete || unit.element.masked) return [];
  const starts = startLines(unit);
  const oneshot = lastDirective(unit, 'Service', 'Type')?.value === 'oneshot';
  const [, second] = starts;
  if (second !== undefined && !oneshot)
    return [
      valueFlaw(
        'PL3225',
        second,
        `${unit.name}: several ExecStart= lines need Type=oneshot`,
        'or use ExecStartPre=',
      ),
    ];
  if (starts.length > 0 || (oneshot && stops(unit))) return [];
  return [
    {
      code: 'PL3225',
      message: `${unit.name} has no ExecStart=, so systemd refuses it`,
      hint: 'add ExecStart= to [Service]',
      at: unit.element.contents?.at ?? ['name'],
    },
  ];
}

function startLines(unit: Unit): Directive[] {
  let starts: Directive[] = [];
  for (const directive of unit.directives) {
    if (directive.section !== 'Service' || directive.key !== 'ExecStart') continue;
    starts = directive.value === '' ? [] : [...starts, directive];
  }
  return starts;
}

function stops(unit: Unit): boolean {
  return (
    lastDirective(unit, 'Service', 'ExecStop') !== undefined ||
    lastDirective(unit, 'Unit', 'SuccessAction') !== undefined
  );
}

/** PL3226: a program with a relative path, and shell operators that no shell reads. */
export function programPaths(unit: Unit): Flaw[] {
  return firstFew(unit.commands, ({ directive, command }) => {
    const { program } = command;
    if (program.includes('/') && !/^[/%$]/.test(program)) {
      const message = `${unit.name}: ${directive.key}= runs ${program}, which is not an absolute path`;
      return [valueFlaw('PL3226', directive, message, 'write the absolute path', program)];
    }
    const operator = command.arguments.find((word) => /^(\|\|?|&&|&|[12]?>>?|<|2>&1)$/.test(word));
    if (operator === undefined || /(^|\/)(sh|bash|test|\[|expr)$/.test(program)) return [];
    const message = `${unit.name}: ${operator} is passed to ${program} as an argument, since no shell reads the line`;
    return [valueFlaw('PL3226', directive, message, `use ${directive.key}=/bin/sh -c '…'`, operator)];
  });
}
