import type { ShellComment } from '../../ports/shellcheck.ts';

const levels = ['error', 'warning', 'info', 'style'] as const;

/** Reads shellcheck's `json1` output (shellcheck(1)); undefined when it is not that. */
export function parseComments(output: string): ShellComment[] | undefined {
  try {
    const { comments }: { comments?: unknown } = JSON.parse(output);
    return Array.isArray(comments) ? comments.flatMap(parseComment) : undefined;
  } catch {
    return undefined;
  }
}

function parseComment(raw: Readonly<Record<string, unknown>>): ShellComment[] {
  const level = levels.find((each) => each === raw.level);
  if (level === undefined || typeof raw.message !== 'string') return [];
  const number = (key: string): number => (typeof raw[key] === 'number' ? raw[key] : 1);
  return [
    {
      level,
      code: number('code'),
      message: raw.message,
      line: number('line'),
      column: number('column'),
      endLine: number('endLine'),
      endColumn: number('endColumn'),
    },
  ];
}
