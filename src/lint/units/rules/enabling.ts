import { didYouMean } from '../../../shared/nearest.ts';
import type { Flaw, PlacedFlaw } from '../../ignition/flaw.ts';
import type { NodeView } from '../../ignition/nodeView.ts';
import { hasSection, type Unit } from '../unit.ts';

/** PL3227: an enabled unit without anything to enable it with. */
export function enabledWithoutInstall(unit: Unit): Flaw[] {
  if (!unit.complete || unit.element.enabled !== true || hasSection(unit, 'Install')) return [];
  return [
    {
      code: 'PL3227',
      message: `${unit.name} is enabled but has no [Install] section, so nothing starts it`,
      hint:
        unit.type === 'timer'
          ? 'add [Install] with WantedBy=timers.target'
          : 'add [Install] with WantedBy=multi-user.target',
      at: ['enabled'],
    },
  ];
}

/** PL3228: a unit that could be enabled and is not, and that nothing else starts. */
export function neverEnabled(view: NodeView): PlacedFlaw[] {
  return view.units.flatMap(({ at, unit }): PlacedFlaw[] => {
    const { enabled, masked } = unit.element;
    if (!unit.complete || enabled !== undefined || masked || !hasSection(unit, 'Install')) return [];
    if (unit.name.includes('@.') || view.starts(unit.name)) return [];
    return [
      {
        code: 'PL3228',
        message: `${unit.name} has an [Install] section but is not enabled, and nothing else starts it`,
        hint: 'add enabled: true',
        at: [...at, 'name'],
      },
    ];
  });
}

/** PL3237: a unit without contents that CoreOS does not bring either. */
export function missingUnits(view: NodeView): PlacedFlaw[] {
  return view.units.flatMap(({ at, unit }): PlacedFlaw[] => {
    const { element, name } = unit;
    if (unit.complete || element.partlyUnknown || name === '' || view.brings(name)) return [];
    return [
      {
        code: 'PL3237',
        message: `${name} has no contents, and Fedora CoreOS has no unit of that name`,
        ...hint(didYouMean(name, view.unitNames())),
        at: [...at, 'name'],
      },
    ];
  });
}

function hint(text: string | undefined): { hint?: string } {
  return text === undefined ? {} : { hint: text };
}
