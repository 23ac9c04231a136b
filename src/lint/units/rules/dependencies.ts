import { didYouMean } from '../../../shared/nearest.ts';
import { firstFew } from '../../ignition/firstFew.ts';
import type { PlacedFlaw } from '../../ignition/flaw.ts';
import { inUnit } from '../../ignition/inUnit.ts';
import type { NodeView } from '../../ignition/nodeView.ts';
import { dependencies } from '../dependencies.ts';
import { valueFlaw } from '../unitFlaw.ts';
import { unitSuffix } from '../unitName.ts';

const requiring = new Set(['Requires', 'BindsTo', 'Requisite']);
const waiting = new Set(['After', 'Wants', 'PartOf', 'Upholds']);

/** PL3229, PL3230, PL3231: dependencies on units that nothing brings, and on what is no unit. */
export function danglingDependencies(view: NodeView): PlacedFlaw[] {
  return view.units.flatMap((placed) =>
    firstFew(dependencies(placed.unit), ({ key, name, directive }) => {
      if (name.includes('%') || view.brings(name)) return [];
      const { unit } = placed;
      if (!unitSuffix.test(name)) {
        const message = `${unit.name}: ${key}= names ${name}, which is not the name of a unit`;
        return [
          inUnit(placed, valueFlaw('PL3231', directive, message, `did you mean ${name}.service?`, name)),
        ];
      }
      const near = didYouMean(name, view.unitNames());
      if (requiring.has(key)) {
        const message = `${unit.name} requires ${name} (${key}=), which nothing brings`;
        return [inUnit(placed, valueFlaw('PL3230', directive, message, near, name))];
      }
      if (!waiting.has(key)) return [];
      const message = `${unit.name}: ${key}= names ${name}, which nothing brings`;
      return [inUnit(placed, valueFlaw('PL3229', directive, message, near, name))];
    }),
  );
}
