import { didYouMean } from '../../../shared/nearest.ts';
import { firstFew } from '../../ignition/firstFew.ts';
import type { Flaw } from '../../ignition/flaw.ts';
import { lastDirective, type Unit } from '../unit.ts';
import { valueFlaw } from '../unitFlaw.ts';

/** Values that systemd takes; systemd.service(5). */
const values: Readonly<Record<string, readonly string[]>> = {
  Type: ['simple', 'exec', 'forking', 'oneshot', 'dbus', 'notify', 'notify-reload', 'idle'],
  Restart: ['no', 'on-success', 'on-failure', 'on-abnormal', 'on-watchdog', 'on-abort', 'always'],
  RemainAfterExit: ['1', 'yes', 'y', 'true', 't', 'on', '0', 'no', 'n', 'false', 'f', 'off'],
  KillMode: ['control-group', 'mixed', 'process', 'none'],
};

/** PL3223: values of [Service] that systemd does not take. */
export function serviceValues(unit: Unit): Flaw[] {
  return firstFew(unit.directives, (directive) => {
    const taken = directive.section === 'Service' ? values[directive.key] : undefined;
    if (taken === undefined || directive.value === '' || taken.includes(directive.value)) return [];
    const hint = didYouMean(directive.value, taken) ?? `one of ${taken.join(', ')}`;
    const message = `${unit.name}: ${directive.key}= does not take ${JSON.stringify(directive.value)}`;
    return [valueFlaw('PL3223', directive, message, hint)];
  });
}

/** PL3224: a one-shot that would restart after it has succeeded. */
export function restartingOneshot(unit: Unit): Flaw[] {
  const restart = lastDirective(unit, 'Service', 'Restart');
  if (lastDirective(unit, 'Service', 'Type')?.value !== 'oneshot' || restart === undefined) return [];
  if (restart.value !== 'always' && restart.value !== 'on-success') return [];
  const message = `${unit.name}: systemd refuses Restart=${restart.value} together with Type=oneshot`;
  return [valueFlaw('PL3224', restart, message, 'use Restart=on-failure')];
}
