import { checkedName, checkedReference, quoteValue } from './quote.ts';
import type { UciChange, UciValue } from './section.ts';

/**
 * Changes as lines for `uci batch`, which only stages them: committing is another step. uci ends well even when lines failed: read the
 * result back.
 *
 * @throws Error for values that {@link quoteValue} refuses
 */
export function batchText(changes: readonly UciChange[]): string {
  return changes
    .flatMap(changeLines)
    .map((line) => `${line}\n`)
    .join('');
}

/** Packages that changes touch, each once. */
export function changedPackages(changes: readonly UciChange[]): string[] {
  return [...new Set(changes.map((change) => change.package))];
}

function changeLines(change: UciChange): string[] {
  const section = `${checkedName(change.package)}.${checkedReference(change.section)}`;
  switch (change.kind) {
    case 'add':
      return [
        `set ${section}=${quoteValue(change.type)}`,
        ...[...change.options].flatMap(([option, value]) => valueLines(section, option, value)),
      ];
    case 'set':
      return [
        ...(Array.isArray(change.to) && change.from !== undefined
          ? [`delete ${section}.${checkedName(change.option)}`]
          : []),
        ...valueLines(section, change.option, change.to),
      ];
    case 'unset':
      return [`delete ${section}.${checkedName(change.option)}`];
    case 'remove':
      return [`delete ${section}`];
    case 'reorder':
      return [`reorder ${section}=${change.position}`];
  }
}

function valueLines(section: string, option: string, value: UciValue): string[] {
  const name = `${section}.${checkedName(option)}`;
  return typeof value === 'string'
    ? [`set ${name}=${quoteValue(value)}`]
    : value.map((each) => `add_list ${name}=${quoteValue(each)}`);
}
