import type { PlacedFlaw } from '../ignition/flaw.ts';
import { textFlaw } from '../ignition/textFlaw.ts';
import type { CollectedScript } from './collect.ts';

/** One comment of shellcheck. The same shape as the port's, which a stage may not import. */
export interface ShellComment {
  readonly level: 'error' | 'warning' | 'info' | 'style';
  /** Number of its rule: 2086 of SC2086. */
  readonly code: number;
  readonly message: string;
  /** Lines and columns count from 1. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Rules that make no sense for a line of a unit: variables come from `Environment=` (SC2154), and what systemd expands
 * looks unassigned or constant.
 */
const notInline = new Set([2154, 2050, 2194]);

/** Places the comments on the scripts of a configuration, given by script id. Hints of style are left out. */
export function shellcheckFlaws(
  scripts: readonly CollectedScript[],
  comments: ReadonlyMap<string, readonly ShellComment[]>,
): PlacedFlaw[] {
  return scripts.flatMap((collected) =>
    (comments.get(collected.script.id) ?? [])
      .filter(
        ({ level, code }) => isTold(level) && !(collected.inlineAt !== undefined && notInline.has(code)),
      )
      .map((comment) => place(collected, comment)),
  );
}

function isTold(level: ShellComment['level']): boolean {
  return level === 'error' || level === 'warning';
}

function place({ source, name, at, inlineAt }: CollectedScript, comment: ShellComment): PlacedFlaw {
  const message = `${name}: ${comment.message.trim().replace(/\.$/, '')} (SC${comment.code})`;
  const code = comment.level === 'error' ? 'PL3250' : 'PL3251';
  const hint = `https://www.shellcheck.net/wiki/SC${comment.code}`;
  const ends = comment.endLine === comment.line && comment.endColumn > comment.column;
  const within =
    inlineAt === undefined
      ? { line: comment.line, column: comment.column, ...(ends ? { endColumn: comment.endColumn } : {}) }
      : { line: inlineAt, column: 1 };
  const flaw = textFlaw(code, source, within, message, hint);
  return { ...flaw, at: [...at, ...flaw.at] };
}
