import { type Code, catalogue, isCode } from '../shared/catalogue.ts';
import { compareFindings, type Finding, finding } from '../shared/finding.ts';

const comment = /^\s*#\s*pilotlight:(.*)$/;
const form = /^\s*ignore\s+((?:PL\w*\s*,\s*)*PL\w*)(?:\s+(.*))?$/;

/**
 * Drops the findings that a file silences, and adds one for each silencing comment that does not count. For languages
 * whose comments start with `#` (iPXE, Butane, shell): a comment line
 *
 * ```
 * # pilotlight: ignore PL3005 this router serves iPXE 2.0.0
 * ```
 *
 * silences PL3005 on the next line that is not such a comment, continued lines (`\` at the end) included. A reason is
 * required; several codes are separated by commas.
 *
 * @param findings of any files; only those of `file` are silenced
 */
export function applySuppressions(findings: readonly Finding[], text: string, file: string): Finding[] {
  if (!text.includes('pilotlight:')) return [...findings];
  const { silenced, problems } = read(text, file);
  const kept = findings.filter(
    ({ code, place }) => place.file !== file || silenced.get(place.line)?.has(code) !== true,
  );
  return problems.length === 0 ? kept : [...kept, ...problems].sort(compareFindings);
}

/** The codes that are silenced on each line. */
type Silenced = Map<number, ReadonlySet<Code>>;

function read(text: string, file: string): { silenced: Silenced; problems: Finding[] } {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const silenced: Silenced = new Map();
  const problems: Finding[] = [];
  let pending = new Set<Code>();
  for (const [index, line] of lines.entries()) {
    const said = comment.exec(line)?.[1];
    if (said !== undefined) {
      const { codes, problem } = understand(said);
      for (const code of codes) pending.add(code);
      if (problem !== undefined) problems.push(problemAt(file, index, line, problem));
    } else if (pending.size > 0) {
      silenced.set(index + 1, pending);
      // A continued line is one with the next.
      if (!line.endsWith('\\')) pending = new Set();
    }
  }
  return { silenced, problems };
}

function understand(said: string): { codes: Code[]; problem?: string } {
  const match = form.exec(said);
  if (match === null) return { codes: [], problem: `"pilotlight:${said}" is not understood` };
  const [, list = '', reason = ''] = match;
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !isCode(name));
  if (unknown.length > 0)
    return { codes: [], problem: `there is no finding ${unknown.join(', ')} to silence` };
  const codes = names.filter(isCode);
  const fixed = codes.filter((code) => catalogue[code].configurable === false);
  if (fixed.length > 0) return { codes: [], problem: `${fixed.join(', ')} cannot be silenced` };
  if (reason.trim() === '') return { codes: [], problem: `${list} is silenced without a reason` };
  return { codes };
}

function problemAt(file: string, index: number, line: string, message: string): Finding {
  const column = line.indexOf('#') + 1;
  return finding('PL3023', { file, line: index + 1, column, endColumn: line.length + 1 }, message, {
    hint: 'write `# pilotlight: ignore PL3005 <why>` on the line before',
  });
}
