import { applyChanges } from './apply.ts';
import { checkedName, checkedReference, quoteValue } from './quote.ts';
import { findSection } from './reference.ts';
import type { UciChange, UciPackage, UciValue } from './section.ts';

/** A call of rpcd's ubus object `uci`, without its session. */
export interface UbusCall {
  readonly method: 'add' | 'set' | 'delete';
  readonly message: Readonly<Record<string, unknown>>;
}

/**
 * Changes as calls of rpcd's ubus object `uci`, one JSON object each: `{"method":"set","message":{…}}`. A section that moves is removed and
 * added again, which takes it to the end: rpcd's own `order` wants every section of the package by name.
 *
 * @param live the configuration before the changes
 * @throws Error for values that {@link quoteValue} refuses
 */
export function ubusCalls(live: readonly UciPackage[], changes: readonly UciChange[]): string[] {
  const done = applyChanges(live, changes);
  return changes.flatMap((change) => callsOf(change, done)).map((call) => JSON.stringify(call));
}

function callsOf(change: UciChange, done: readonly UciPackage[]): UbusCall[] {
  const config = checkedName(change.package);
  const section = checkedReference(change.section);
  switch (change.kind) {
    case 'add':
      return [addition(config, section, change.type, change.options)];
    case 'set':
      return [
        {
          method: 'set',
          message: { config, section, values: { [checkedName(change.option)]: checked(change.to) } },
        },
      ];
    case 'unset':
      return [{ method: 'delete', message: { config, section, option: checkedName(change.option) } }];
    case 'remove':
      return [{ method: 'delete', message: { config, section } }];
    case 'reorder': {
      const there = done.find(({ name }) => name === config);
      const moved = there === undefined ? undefined : findSection(there, section);
      if (moved === undefined) return [];
      return [
        { method: 'delete', message: { config, section } },
        addition(config, section, moved.type, moved.options),
      ];
    }
  }
}

function addition(
  config: string,
  name: string,
  type: string,
  options: ReadonlyMap<string, UciValue>,
): UbusCall {
  const values = Object.fromEntries(
    [...options].map(([option, value]) => [checkedName(option), checked(value)]),
  );
  return { method: 'add', message: { config, type, name, values } };
}

/** The value itself, when it is one that may be written. */
function checked(value: UciValue): UciValue {
  for (const each of typeof value === 'string' ? [value] : value) quoteValue(each);
  return value;
}
