import { didYouMean } from '../../../shared/nearest.ts';
import { firstFew } from '../../ignition/firstFew.ts';
import type { Flaw } from '../../ignition/flaw.ts';
import { textFlaw } from '../../ignition/textFlaw.ts';
import { directives as known } from '../data/directives.ts';
import type { Unit } from '../unit.ts';
import { keyFlaw } from '../unitFlaw.ts';

/** Sections of generators that read unit files of their own, such as Quadlet's. */
const sectionsOfOthers = /^X-|^(Container|Pod|Volume|Network|Kube|Image|Build|Quadlet)$/;

/** PL3220: lines that systemd cannot use. */
export function unitSyntax(unit: Unit): Flaw[] {
  const problems = unit.files.flatMap((file) => file.problems);
  const hint = 'write [Section] headers and Key=value lines';
  return firstFew(problems, ({ message, source, ...within }) => [
    textFlaw('PL3220', source, within, `${unit.name}: ${message}`, hint),
  ]);
}

/** PL3221: sections that systemd does not know. */
export function unknownSections(unit: Unit): Flaw[] {
  const sections = unit.files.flatMap((file) => file.sections);
  return firstFew(sections, ({ name, line, source }) => {
    if (known.has(name) || sectionsOfOthers.test(name)) return [];
    const message = `${unit.name}: systemd knows no section [${name}]`;
    return [textFlaw('PL3221', source, { line, column: 1 }, message, didYouMean(name, known.keys()))];
  });
}

/** PL3221: keys that systemd does not know in their section. */
export function unknownKeys(unit: Unit): Flaw[] {
  return firstFew(unit.directives, (directive) => {
    const { section, key } = directive;
    const keys = known.get(section);
    if (keys === undefined || keys.has(key) || key.startsWith('X-')) return [];
    const homes = [...known].filter(([, names]) => names.has(key)).map(([name]) => `[${name}]`);
    const hint = homes.length > 0 ? `${key}= belongs in ${homes.join(', ')}` : didYouMean(key, keys);
    return [keyFlaw('PL3221', directive, `${unit.name}: systemd knows no key ${key}= in [${section}]`, hint)];
  });
}

/** Keys that take one value and are often pasted twice. */
const single = new Set(
  `Type Restart RestartSec RemainAfterExit User Group WorkingDirectory PIDFile KillMode TimeoutStartSec
  TimeoutStopSec TimeoutSec Description What Where Unit Persistent StandardOutput StandardError
  DefaultDependencies StartLimitBurst StartLimitIntervalSec`.split(/\s+/),
);

/** PL3222: a key with one value given twice in one file. A drop-in may well give it again. */
export function repeatedKeys(unit: Unit): Flaw[] {
  return unit.files.flatMap((file) => {
    const seen = new Set<string>();
    return firstFew(file.directives, (directive) => {
      const identity = `${directive.section}.${directive.key}`;
      if (!single.has(directive.key) || directive.value === '') return [];
      if (seen.has(identity))
        return [keyFlaw('PL3222', directive, `${unit.name}: ${directive.key}= is given twice`)];
      seen.add(identity);
      return [];
    });
  });
}
