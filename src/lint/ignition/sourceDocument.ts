import { isCollection, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { Pointer } from '../../inventory/model/provenance.ts';
import { type Finding, finding, type Place } from '../../shared/finding.ts';
import type { Locate, TextPosition } from './flaw.ts';
import { placeInScalar } from './placeInScalar.ts';

/** A configuration that a person wrote, in YAML or JSON, with the way back to lines and columns. */
export interface SourceDocument {
  readonly file: string;
  /** Plain data; undefined when the text cannot be read at all. */
  readonly value: unknown;
  readonly locate: Locate;
  readonly findings: readonly Finding[];
}

/** Deeper than any configuration, and far from where parsers run out of stack. */
const deepest = 100;

/** Reads YAML, and JSON as the part of YAML that it is. What a syntax error leaves readable is read. */
export function readSource(file: string, text: string): SourceDocument {
  const tooDeep = nesting(text);
  if (tooDeep !== undefined)
    return unreadable(file, tooDeep, `it is nested more than ${deepest} levels deep`);
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, merge: true, uniqueKeys: false });
  const findings = document.errors.map((error) => {
    const { line, col } = counter.linePos(error.pos[0]);
    const message = error.message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '';
    return finding('PL3218', { file, line: Math.max(1, line), column: Math.max(1, col) }, message);
  });
  const place = (node: Node | undefined): Place | undefined => {
    const [from, to] = node?.range ?? [];
    if (from === undefined || to === undefined) return undefined;
    const { line, col } = counter.linePos(from);
    const end = counter.linePos(to);
    return { file, line, column: col, ...(end.line === line && end.col > col ? { endColumn: end.col } : {}) };
  };
  const locate = (pointer: Pointer, within?: TextPosition): Place => {
    const start = place(nodeAt(document.contents, pointer));
    return start === undefined ? { file, line: 1, column: 1 } : placeInScalar(text, start, within);
  };
  try {
    return { file, value: document.toJS({ maxAliasCount: 1000 }), locate, findings };
  } catch {
    return unreadable(
      file,
      { line: 1, column: 1 },
      'its aliases unfold to more than any configuration needs',
    );
  }
}

function unreadable(file: string, at: { line: number; column: number }, message: string): SourceDocument {
  const place = { file, ...at };
  return { file, value: undefined, locate: () => place, findings: [finding('PL3218', place, message)] };
}

/** The node at a path, or the nearest one above it. */
function nodeAt(root: Node | null, pointer: Pointer): Node | undefined {
  let node: Node | undefined = root ?? undefined;
  for (const step of pointer) {
    const next: unknown = isCollection(node) ? node.get(step, true) : undefined;
    if (!isNode(next)) return keyOf(node, step) ?? node;
    node = next;
  }
  return node;
}

function keyOf(node: Node | undefined, step: string | number): Node | undefined {
  if (!isCollection(node)) return undefined;
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
  return isPair(pair) && isScalar(pair.key) ? pair.key : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

/** Where brackets, or indentation, go deeper than is sane: measured before any parser sees the text. */
function nesting(text: string): { line: number; column: number } | undefined {
  let depth = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const dashes = /^(?:\s*-(?=\s))*/.exec(line)?.[0].replaceAll(/[^-]/g, '').length ?? 0;
    if (dashes > deepest || /^ {2000}/.test(line)) return { line: index + 1, column: 1 };
    for (const bracket of line.replaceAll(/"(?:\\.|[^"\\])*"/g, '').replaceAll(/[^[\]{}]/g, '')) {
      depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
      if (depth > deepest) return { line: index + 1, column: 1 };
    }
  }
  return undefined;
}
