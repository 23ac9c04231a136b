import type { Flaw } from '../../ignition/flaw.ts';
import type { Unit } from '../unit.ts';

/** PL3235: drop-ins that systemd does not read. */
export function dropinNames(unit: Unit): Flaw[] {
  return unit.element.dropins
    .filter(({ name }) => !name.endsWith('.conf'))
    .map(({ name, at }) => ({
      code: 'PL3235',
      message: `${unit.name}: systemd does not read the drop-in ${name}`,
      hint: `name it ${name.replace(/\.[a-z]+$/, '')}.conf`,
      at: [...at, 'name'],
    }));
}
