/** A variable with where it was set. */
export interface Variable {
  readonly name: string;
  /** As YAML reads it; a text of the INI form stays a text. */
  readonly value: unknown;
  readonly file: string;
  readonly line: number;
}

/** What one file of an inventory says, in the order in which it does. */
export type Entry =
  | {
      readonly kind: 'host';
      readonly group: string;
      readonly host: string;
      readonly file: string;
      readonly line: number;
    }
  | { readonly kind: 'child'; readonly group: string; readonly child: string }
  | { readonly kind: 'hostVariable'; readonly host: string; readonly variable: Variable }
  | { readonly kind: 'groupVariable'; readonly group: string; readonly variable: Variable }
  | { readonly kind: 'note'; readonly file: string; readonly line: number; readonly message: string };

/** Hosts that a pattern such as `node[001:999]` may stand for. */
const mostHosts = 1000;

/** The hosts that a pattern stands for: `node[01:03]`, `node-[a:c]`, `node[1:9:2]`. Undefined where they are too many, or none. */
export function expandHosts(pattern: string): string[] | undefined {
  const [, before = '', from = '', to = '', step = '1', after = ''] =
    /^([^[]*)\[([^[\]:]*):([^[\]:]*)(?::(\d{1,4}))?\](.*)$/.exec(pattern) ?? [];
  if (!pattern.includes('[')) return [pattern];
  const middle = range(from, to, Number(step));
  const rest = middle === undefined ? undefined : expandHosts(after);
  if (middle === undefined || rest === undefined || middle.length * rest.length > mostHosts) return undefined;
  return middle.flatMap((each) => rest.map((end) => `${before}${each}${end}`));
}

function range(from: string, to: string, step: number): string[] | undefined {
  if (step < 1) return undefined;
  const letters = /^[a-z]$/i;
  if (letters.test(from) && letters.test(to))
    return count(from.charCodeAt(0), to.charCodeAt(0), step, (code) => String.fromCharCode(code));
  if (!/^\d{0,6}$/.test(from) || !/^\d{1,6}$/.test(to)) return undefined;
  return count(Number(from), Number(to), step, (number) => String(number).padStart(from.length, '0'));
}

function count(
  from: number,
  to: number,
  step: number,
  text: (number: number) => string,
): string[] | undefined {
  if (to < from || (to - from) / step >= mostHosts) return undefined;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => text(from + index * step));
}
