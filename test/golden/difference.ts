import { createTwoFilesPatch } from 'diff';
import type { Tree } from './expected.ts';

/** What changed from one tree to another, file by file, as a person reads it; empty when nothing did. */
export function difference(expected: Tree, made: Tree): string {
  const paths = [...new Set([...expected.keys(), ...made.keys()])].sort();
  return paths.flatMap((path) => fileDifference(path, expected.get(path), made.get(path))).join('\n');
}

function fileDifference(path: string, expected: string | undefined, made: string | undefined): string[] {
  if (expected === made) return [];
  if (made === undefined) return [`no longer made: ${path}`];
  if (expected === undefined) return [`new: ${path}\n${shorten(made)}`];
  return [shorten(createTwoFilesPatch(path, path, expected, made, 'expected', 'made', { context: 2 }))];
}

/** The first lines, cut where they are long: a changed config.ign is one line of 9,000 characters. */
function shorten(text: string): string {
  const lines = text.split('\n');
  const shown = lines.slice(0, 40).map((line) => (line.length > 240 ? `${line.slice(0, 240)}…` : line));
  return [...shown, ...(lines.length > 40 ? [`… and ${lines.length - 40} lines more`] : [])].join('\n');
}
