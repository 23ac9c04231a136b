import { Liquid, type Template } from 'liquidjs';

/** Tags that templates may use. The others read files, or work on text that a secret's marker may be in. */
const tags = ['#', 'assign', 'break', 'case', 'comment', 'continue', 'cycle', 'for', 'if', 'raw', 'unless'];

/** Filters that templates may use: those whose answer depends on nothing but the values they are given. */
const filters = [
  ...[
    'abs',
    'at_least',
    'at_most',
    'ceil',
    'divided_by',
    'floor',
    'minus',
    'modulo',
    'plus',
    'round',
    'times',
    'to_integer',
  ],
  ...[
    'append',
    'capitalize',
    'default',
    'downcase',
    'lstrip',
    'prepend',
    'remove',
    'remove_first',
    'remove_last',
  ],
  ...[
    'replace',
    'replace_first',
    'replace_last',
    'rstrip',
    'split',
    'squish',
    'strip',
    'strip_newlines',
    'truncate',
    'upcase',
  ],
  ...[
    'compact',
    'concat',
    'first',
    'has',
    'find',
    'join',
    'json',
    'last',
    'map',
    'reject',
    'reverse',
    'size',
    'slice',
  ],
  ...['sort', 'sum', 'uniq', 'where', 'base64_encode', 'base64_decode', 'sha256', 'url_encode', 'url_decode'],
];

/** Longest template, in characters. */
export const longestTemplate = 1_000_000;
/** What filling in one template may cost: milliseconds, and values made on the way. They only stop what would not end. */
const limits = { parseLimit: longestTemplate, renderLimit: 5_000, memoryLimit: 1_000_000 };

/** Longest text that a template may become, in characters. */
export const longestText = 4_000_000;

/** Thrown inside the engine when a template prints what has no text of its own. */
export class UnprintableError extends Error {}

/** The engine: strict, without files, clock, chance or locale. */
export const engine = newEngine();

function newEngine(): Liquid {
  const liquid = new Liquid({
    ...limits,
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    lenientIf: true,
    templates: {},
    outputEscape: printable,
  });
  for (const tag of Object.keys(liquid.tags)) if (!tags.includes(tag)) delete liquid.tags[tag];
  for (const filter of Object.keys(liquid.filters)) {
    if (!filters.includes(filter)) delete liquid.filters[filter];
  }
  return liquid;
}

function printable(value: unknown): string {
  if (Array.isArray(value)) throw new UnprintableError('a list');
  if (value === null || value === undefined || typeof value === 'object') {
    throw new UnprintableError(value === null || value === undefined ? 'nothing' : 'a map or an empty value');
  }
  return String(value);
}

export type { Template };
