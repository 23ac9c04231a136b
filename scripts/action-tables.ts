import { parse } from 'yaml';

/** What action.yml says of its inputs and outputs. */
interface ActionMetadata {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default?: string; readonly required?: boolean }>
  >;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** Puts the tables of inputs and outputs between their markers in a page. Throws where a marker is missing. */
export function withTables(page: string, actionFile: string): string {
  const { inputs, outputs } = parse(actionFile) as ActionMetadata;
  const inputRows = Object.entries(inputs).map(([name, { description, default: value = '', required }]) => [
    `\`${name}\``,
    cell(description),
    required === true ? '(required)' : value === '' ? '' : `\`${value}\``,
  ]);
  const outputRows = Object.entries(outputs).map(([name, { description }]) => [
    `\`${name}\``,
    cell(description),
  ]);
  return replaceBetween(
    replaceBetween(page, 'inputs', table(['input', 'what', 'default'], inputRows)),
    'outputs',
    table(['output', 'what'], outputRows),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}

function replaceBetween(page: string, name: string, text: string): string {
  const begin = `<!-- ${name}:begin -->\n`;
  const end = `<!-- ${name}:end -->`;
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no ${begin.trim()} … ${end}`);
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`;
}
