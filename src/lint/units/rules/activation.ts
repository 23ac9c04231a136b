import { didYouMean } from '../../../shared/nearest.ts';
import type { PlacedFlaw } from '../../ignition/flaw.ts';
import { inUnit } from '../../ignition/inUnit.ts';
import type { NodeView } from '../../ignition/nodeView.ts';
import { lastDirective } from '../unit.ts';
import { valueFlaw } from '../unitFlaw.ts';

/** PL3236: a timer, path or socket whose service is not there. */
export function missingActivated(view: NodeView): PlacedFlaw[] {
  return view.units.flatMap((placed): PlacedFlaw[] => {
    const { unit, at } = placed;
    if (!unit.complete || !/^(timer|path|socket)$/.test(unit.type)) return [];
    const named =
      unit.type === 'socket'
        ? lastDirective(unit, 'Socket', 'Service')
        : lastDirective(unit, section(unit.type), 'Unit');
    const stem = unit.name.slice(0, -unit.type.length - 1);
    const accepts =
      unit.type === 'socket' &&
      /^(yes|true|1|on)$/.test(lastDirective(unit, 'Socket', 'Accept')?.value ?? '');
    const service = named?.value ?? `${stem}${accepts ? '@' : ''}.service`;
    if (service.includes('%') || view.brings(service)) return [];
    const message = `${unit.name} starts ${service}, which nothing brings`;
    const hint = didYouMean(service, view.unitNames());
    if (named !== undefined) return [inUnit(placed, valueFlaw('PL3236', named, message, hint))];
    return [{ code: 'PL3236', message, hint: hint ?? `add ${service}`, at: [...at, 'name'] }];
  });
}

function section(type: string): string {
  return type === 'timer' ? 'Timer' : 'Path';
}
