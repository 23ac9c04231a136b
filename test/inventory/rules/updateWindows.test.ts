import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInventory } from '../../../src/inventory/inventory.ts';
import type { Updates } from '../../../src/inventory/model/node.ts';
import { days } from '../../../src/inventory/resolve/week.ts';
import { edited, lab, sourcesOf } from '../sources.ts';

const minutesOfWeek = 7 * 24 * 60;

/** The minutes of the week in which a server may reboot, counted one by one. */
function minutes({ windows }: Updates): Set<number> {
  const open = new Set<number>();
  for (const window of windows) {
    const [hours = 0, start = 0] = window.start.split(':').map(Number);
    for (const day of window.days)
      for (let minute = 0; minute < window.lengthMinutes; minute++)
        open.add((days.indexOf(day) * 24 * 60 + hours * 60 + start + minute) % minutesOfWeek);
  }
  return open;
}

const pad = (number: number) => String(number).padStart(2, '0');

/** Windows at every time of the week, many of them over midnight or over its end. */
const anyWindows = fc.array(
  fc
    .record({
      day: fc.constantFrom('Sat', 'Sun', 'Mon'),
      hour: fc.constantFrom(0, 1, 21, 22, 23),
      minute: fc.nat(59),
      length: fc.integer({ min: 1, max: 360 }),
    })
    .map(
      ({ day, hour, minute, length }) =>
        `{ days: [${day}], start: "${pad(hour)}:${pad(minute)}", lengthMinutes: ${length} }`,
    ),
  { minLength: 1, maxLength: 3 },
);
const updates = (windows: readonly string[]) => `updates:\n  windows: [${windows.join(', ')}]\n`;

test('no two servers ever reboot at once, unless a finding says so: with windows of the site and of their own', () => {
  const own = fc.option(anyWindows, { freq: 2 });
  fc.assert(
    fc.property(anyWindows, own, own, own, (shared, ...each) => {
      const { value, findings } = readInventory(
        sourcesOf(
          edited(
            lab,
            ['site.yaml', '', updates(shared)],
            ...each.flatMap((windows, index): [string, string, string][] =>
              windows === null ? [] : [[`nodes/lenovo${index + 1}.yaml`, '', updates(windows)]],
            ),
          ),
        ),
      );
      const open = value?.site.nodes.map((node) => minutes(node.updates)) ?? [];
      const together = open.some((a, index) =>
        open.slice(index + 1).some((b) => [...a].some((minute) => b.has(minute))),
      );
      expect(findings.some(({ code }) => code === 'PL1290')).toBe(together);
    }),
    { numRuns: 150 },
  );
});
