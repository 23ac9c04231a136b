import { isCollection, isPair, isScalar, type LineCounter, type Node } from 'yaml';
import type { Pointer } from '../../inventory/model/provenance.ts';
import { type Finding, finding, type Place } from '../../shared/finding.ts';
import { composeDocument } from './composeDocument.ts';
import type { Locate, TextPosition } from './flaw.ts';
import { jsonErrorAt } from './jsonError.ts';
import { placeInScalar } from './placeInScalar.ts';

/** A configuration that a person wrote, in YAML or JSON, with the way back to lines and columns. */
export interface SourceDocument {
  readonly file: string;
  /** Plain data; undefined when the text cannot be read at all. */
  readonly value: unknown;
  readonly locate: Locate;
  readonly findings: readonly Finding[];
}

/** Longest message of the YAML parser that is passed on: it may quote what it does not understand. */
const longestMessage = 160;

/** Reads YAML, and JSON as the part of YAML that it is. What a syntax error leaves readable is read. */
export function readSource(file: string, text: string): SourceDocument {
  const composed = composeDocument(text);
  const { lines } = composed;
  if ('tooDeepAt' in composed)
    return unreadable(startOf(file, composed.tooDeepAt, lines), 'it is nested too deeply');
  const { document } = composed;
  const findings = (document?.errors ?? []).map(({ pos, message }) =>
    finding(
      'PL3218',
      startOf(file, pos[0], lines),
      message.split('\n', 1)[0]?.slice(0, longestMessage) ?? '',
    ),
  );
  const locate = (pointer: Pointer, within?: TextPosition): Place => {
    const start = placeOf(file, nodeAt(document?.contents, pointer), lines);
    return start === undefined ? { file, line: 1, column: 1 } : placeInScalar(text, start, within);
  };
  try {
    return { file, value: document?.toJS({ maxAliasCount: 1000 }), locate, findings };
  } catch (error) {
    const [first] = findings;
    const message = error instanceof Error ? error.message.slice(0, longestMessage) : 'it cannot be read';
    return unreadable(first?.place ?? { file, line: 1, column: 1 }, first?.message ?? message);
  }
}

/** Reads JSON. What is YAML only (comments, a comma before a bracket) is a finding; the rest of the file is read all the same. */
export function readJsonSource(file: string, text: string): SourceDocument {
  const source = readSource(file, text);
  const wrongAt = isJson(text) ? undefined : jsonErrorAt(text);
  if (wrongAt === undefined) return source;
  const before = text.slice(0, wrongAt).split('\n');
  const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { ...source, findings: [finding('PL3218', place, 'the file is not JSON from here on')] };
}

/** Whether a text is JSON: the built-in parser answers the usual case fast. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function unreadable(place: Place, message: string): SourceDocument {
  return {
    file: place.file,
    value: undefined,
    locate: () => place,
    findings: [finding('PL3218', place, message)],
  };
}

function startOf(file: string, offset: number, lines: LineCounter): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(1, line), column: Math.max(1, col) };
}

function placeOf(file: string, node: Node | undefined, lines: LineCounter): Place | undefined {
  const [from, to] = node?.range ?? [];
  if (from === undefined || to === undefined) return undefined;
  const start = startOf(file, from, lines);
  const end = startOf(file, to, lines);
  return end.line === start.line && end.column > start.column ? { ...start, endColumn: end.column } : start;
}

/** The node at a path, or the nearest one above it. */
function nodeAt(root: Node | null | undefined, pointer: Pointer): Node | undefined {
  let node = root ?? undefined;
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
