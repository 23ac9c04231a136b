import { findSection } from './reference.ts';
import type { UciChange, UciPackage, UciSection, UciValue } from './section.ts';

/** A configuration after changes, as uci makes it: what is read back from a router is compared with it. Changes of what is not there do nothing. */
export function applyChanges(live: readonly UciPackage[], changes: readonly UciChange[]): UciPackage[] {
  const touched = new Set(changes.map((change) => change.package));
  const missing = [...touched].filter((name) => !live.some((each) => each.name === name));
  return [...live, ...missing.map((name): UciPackage => ({ name, sections: [] }))].map((each) =>
    touched.has(each.name) ? applyToPackage(each, changes) : each,
  );
}

function applyToPackage({ name, sections }: UciPackage, changes: readonly UciChange[]): UciPackage {
  const growing = { name, sections: [...sections] };
  for (const change of changes) if (change.package === name) carryOut(growing.sections, change, name);
  return growing;
}

function carryOut(sections: UciSection[], change: UciChange, name: string): void {
  if (change.kind === 'add') {
    sections.push({ type: change.type, name: change.section, options: new Map(change.options) });
    return;
  }
  const section = findSection({ name, sections }, change.section);
  if (section === undefined) return;
  const index = sections.indexOf(section);
  if (change.kind === 'remove') sections.splice(index, 1);
  else if (change.kind === 'reorder') sections.splice(change.position, 0, ...sections.splice(index, 1));
  else sections[index] = { ...section, options: withOption(section.options, change) };
}

/** A changed option goes to the end of its section. */
function withOption(
  options: ReadonlyMap<string, UciValue>,
  change: Extract<UciChange, { kind: 'set' | 'unset' }>,
): ReadonlyMap<string, UciValue> {
  const changed = new Map(options);
  changed.delete(change.option);
  if (change.kind === 'set') changed.set(change.option, change.to);
  return changed;
}
