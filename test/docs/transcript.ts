import type { Block } from './markdown.ts';

/** One command of a console block, and what the page says that it prints. */
export interface Step {
  readonly command: string;
  readonly expected: readonly string[];
}

/** The commands of a console block. What begins with `$ ` is a command; a `\` at its end joins the next line. */
export function stepsOf({ text, line }: Block): Step[] {
  const steps: { command: string; expected: string[] }[] = [];
  let joins = false;
  for (const each of text.replace(/\n$/, '').split('\n')) {
    const last = steps.at(-1);
    if (joins && last !== undefined) last.command += `\n${each}`;
    else if (each.startsWith('$ ')) steps.push({ command: each.slice(2), expected: [] });
    else if (last === undefined) throw new Error(`the block of line ${line} begins with no command`);
    else last.expected.push(each.trimEnd());
    joins = (joins || each.startsWith('$ ')) && each.endsWith('\\');
  }
  return steps;
}

/**
 * The first line that is not as expected; undefined when all are. `…` stands for any text within a line, and on a line of
 * its own for any lines. Empty lines at the end do not count.
 */
export function mismatch(expected: readonly string[], output: string): string | undefined {
  const wanted = trimmed(expected);
  const lines = trimmed(output.split('\n').map((line) => line.trimEnd()));
  // How many lines the wanted ones so far may stand for: a set, so that several `…` need no going back.
  let reached = new Set([0]);
  for (const each of wanted) {
    const next = new Set([...reached].flatMap((at) => endsOf(each, lines, at)));
    if (next.size === 0) return `expected  ${each}\nbut got   ${lines[Math.max(...reached)] ?? '(the end)'}`;
    reached = next;
  }
  return reached.has(lines.length) ? undefined : `also printed  ${lines[Math.max(...reached)] ?? ''}`;
}

/** Where the lines that a wanted one stands for may end, when they begin at `at`. */
function endsOf(wanted: string, lines: readonly string[], at: number): number[] {
  if (wanted.trim() === '…') return Array.from({ length: lines.length - at + 1 }, (_, more) => at + more);
  return at < lines.length && matches(wanted, lines[at] ?? '') ? [at + 1] : [];
}

function matches(pattern: string, line: string): boolean {
  const parts = pattern.split('…');
  const [first = ''] = parts;
  if (parts.length === 1) return pattern === line;
  const last = parts.at(-1) ?? '';
  if (!line.startsWith(first) || line.length < first.length + last.length || !line.endsWith(last))
    return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = line.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= line.length - last.length;
}

function trimmed(lines: readonly string[]): readonly string[] {
  const end = lines.findLastIndex((line) => line !== '');
  return lines.slice(0, end + 1);
}
