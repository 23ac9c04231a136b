import {
  isAlias,
  isMap,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type Document as YamlDocument,
} from 'yaml';
import type { Place } from '../../shared/finding.ts';
import type { Pointer } from '../model/provenance.ts';
import { compose } from './compose.ts';
import { decodeText } from './decode.ts';
import { isMergeKey, keyName } from './keys.ts';
import { maxDocuments } from './limits.ts';
import { type IndexedText, indexText, placeOf } from './position.ts';

/** A file that was read without errors of syntax, to find places in again. */
export interface LocatedFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Which document of the file is meant, where it may hold several. */
  readonly index?: number;
}

interface Tree {
  readonly indexed: IndexedText;
  readonly document: YamlDocument.Parsed | undefined;
}

/** A parsed file. */
interface Trees {
  readonly bytes: Uint8Array;
  readonly indexed: IndexedText;
  readonly documents: readonly YamlDocument.Parsed[];
}

/** A value on the way to the one that is looked for, with its key when it has one. */
interface Step {
  readonly key?: Node;
  readonly value: Node | null;
}

/**
 * The tree of the file that was asked about last. Trees are some fifty times the size of their text, so only one is
 * kept; questions about one file come together.
 */
let latest: Trees | undefined;

/**
 * The place of the value at a path, or of its key. Where nothing stands there, the key of the nearest enclosing value.
 * A value that came in by an alias or a merge key is found where it is written.
 */
export function locate(file: LocatedFile, pointer: Pointer, what: 'value' | 'key' = 'value'): Place {
  const tree = treeOf(file);
  let step: Step = { value: tree.document?.contents ?? null };
  for (const segment of pointer) {
    const next = descend(step.value, segment, tree);
    if (next === undefined) return stepPlace(step, 'key', tree);
    step = next;
  }
  return stepPlace(step, what, tree);
}

function treeOf({ file, bytes, index }: LocatedFile): Tree {
  if (latest?.bytes !== bytes) {
    const text = decodeText(bytes) ?? '';
    const { documents } = { documents: [], ...compose(text, index === undefined ? 1 : maxDocuments) };
    latest = { bytes, indexed: indexText(file, text), documents };
  }
  return { indexed: latest.indexed, document: latest.documents[index ?? 0] };
}

function descend(from: Node | null, segment: string | number, tree: Tree): Step | undefined {
  const node = resolved(from, tree);
  if (isSeq(node)) {
    const item = node.items[Number(segment)];
    return item === undefined ? undefined : { value: item as Node };
  }
  return isMap(node) ? findKey(node, String(segment), tree) : undefined;
}

function findKey(map: YAMLMap, name: string, tree: Tree): Step | undefined {
  const pairs = map.items as Pair<Node, Node | null>[];
  const own = pairs.find(({ key }) => keyName(key) === name);
  if (own !== undefined) return { key: own.key, value: own.value };
  for (const { key, value } of pairs) {
    if (!isMergeKey(key)) continue;
    const merged = resolved(value, tree);
    for (const source of isSeq(merged) ? merged.items : [merged]) {
      const node = resolved(source as Node | null, tree);
      const found = isMap(node) ? findKey(node, name, tree) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function resolved(node: Node | null, tree: Tree): Node | null | undefined {
  return isAlias(node) && tree.document !== undefined ? node.resolve(tree.document) : node;
}

function stepPlace({ key, value }: Step, what: 'value' | 'key', { indexed }: Tree): Place {
  const node = what === 'key' || isVoid(value) ? (key ?? value) : value;
  const [start, end] = extent(node);
  return placeOf(indexed, start, end);
}

/** Whether nothing is written for the value: `labels:` with nothing behind it. */
function isVoid(value: Node | null): boolean {
  const [start, end] = value?.range ?? [0, 0];
  return start === end;
}

/** Offsets of what is underlined for a node: of a mapping in block style only its first key. */
function extent(node: Node | null): readonly [number, number] {
  if (isMap(node) && !node.flow) {
    const [first] = node.items as Pair<Node, unknown>[];
    if (first?.key.range) return [first.key.range[0], first.key.range[1]];
  }
  const [start = 0, end = start] = node?.range ?? [];
  return [start, end];
}
