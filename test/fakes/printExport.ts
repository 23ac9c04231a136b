import type { UciPackage, UciSection } from '../../src/router/uci/section.ts';

/** A package as `uci export` prints it; values are taken as they are, also those that we would not write. */
export function printExport({ name, sections }: UciPackage): string {
  return `package ${name}\n${sections.map(printSection).join('')}\n`;
}

function printSection({ type, name, options }: UciSection): string {
  const lines = [`\nconfig ${type}${name === undefined ? '' : ` ${quoted(name)}`}`];
  for (const [option, value] of options) {
    if (typeof value === 'string') lines.push(`\toption ${option} ${quoted(value)}`);
    else lines.push(...value.map((each) => `\tlist ${option} ${quoted(each)}`));
  }
  return `${lines.join('\n')}\n`;
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
