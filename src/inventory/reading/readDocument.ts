import { isMap, type Document as YamlDocument } from 'yaml';
import { type Finding, finding, type Outcome } from '../../shared/finding.ts';
import type { Document } from '../model/document.ts';
import { compose } from './compose.ts';
import { decode } from './decode.ts';
import { explainEmpty } from './empty.ts';
import { inspect } from './inspect.ts';
import { maxAliases, maxDepth } from './limits.ts';
import { locate } from './locate.ts';
import { type IndexedText, indexText, placeOf } from './position.ts';
import { syntaxFindings } from './syntax.ts';

/**
 * Reads a YAML file whose root is a mapping. There is no document when the file cannot be used at all; a document
 * with findings of its own (a duplicate key, say) still lets the stages after it find the rest.
 * Any bytes are answered in bounded time and stack.
 */
export function readDocument(file: string, bytes: Uint8Array): Outcome<Document | undefined> {
  const text = decode(file, bytes);
  if (typeof text !== 'string') return failed(text);
  const composed = compose(text);
  const indexed = once(() => indexText(file, text));
  if (composed.tooDeepAt !== undefined) return failed(tooDeep(indexed(), composed.tooDeepAt));
  const [document, second] = composed.documents;
  const errors = composed.documents.flatMap((each) => each.errors);
  if (errors.length > 0) return failed(...syntaxFindings(errors, indexed()));
  if (second !== undefined) return failed(severalDocuments(indexed(), second));
  if (document === undefined || document.contents?.range[0] === document.contents?.range[1]) {
    return failed(explainEmpty(file));
  }
  return fromTree(file, bytes, document, indexed);
}

function fromTree(
  file: string,
  bytes: Uint8Array,
  tree: YamlDocument.Parsed,
  indexed: () => IndexedText,
): Outcome<Document | undefined> {
  const { findings, resolvable } = inspect(tree.contents, indexed);
  if (!resolvable) return failed(...findings);
  const value = plainData(tree);
  if (value === undefined) return failed(...findings, aliasBomb(file));
  if (!isMap(tree.contents)) return failed(...findings, wrongRoot(tree, indexed()));
  const source = { file, bytes };
  return { value: { file, value, locate: (pointer, what) => locate(source, pointer, what) }, findings };
}

/** Plain data, or undefined when its aliases stand for too much. */
function plainData(tree: YamlDocument.Parsed): unknown {
  try {
    return tree.toJS({ maxAliasCount: maxAliases });
  } catch (error) {
    // The one thing that a resolvable tree still throws for.
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function failed(...findings: readonly Finding[]): Outcome<undefined> {
  return { value: undefined, findings };
}

function tooDeep(indexed: IndexedText, offset: number): Finding {
  const message = `lists and mappings are nested more than ${maxDepth} deep`;
  return finding('PL1007', placeOf(indexed, offset), message);
}

function severalDocuments(indexed: IndexedText, second: YamlDocument.Parsed): Finding {
  const marker = indexed.text.lastIndexOf('---', second.contents?.range[0] ?? second.range[0]);
  const start = marker < 0 ? second.range[0] : marker;
  return finding('PL1012', placeOf(indexed, start, start + 3), 'a second YAML document begins here', {
    hint: 'put each document in a file of its own',
  });
}

function wrongRoot(tree: YamlDocument.Parsed, indexed: IndexedText): Finding {
  const { contents } = tree;
  const what = contents?.constructor.name === 'YAMLSeq' ? 'a list' : 'a single value';
  const [start = 0, end = start] = contents?.range ?? [];
  return finding('PL1013', placeOf(indexed, start, end), `the file holds ${what}, not keys with values`, {
    hint: 'write `key: value`, with a colon and a space',
  });
}

function aliasBomb(file: string): Finding {
  return finding('PL1009', { file, line: 1, column: 1 }, 'aliases of aliases stand for too many values', {
    hint: 'set what nodes share in `defaults` or in a group of site.yaml',
  });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
