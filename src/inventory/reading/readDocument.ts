import { isMap, type Document as YamlDocument } from 'yaml';
import { type Finding, finding, type Outcome } from '../../shared/finding.ts';
import type { Document } from '../model/document.ts';
import { compose } from './compose.ts';
import { decode } from './decode.ts';
import { documentOf, once, tooDeep } from './documentOf.ts';
import { explainEmpty } from './empty.ts';
import type { LocatedFile } from './locate.ts';
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
  return fromTree({ file, bytes }, document, indexed);
}

function fromTree(
  source: LocatedFile,
  tree: YamlDocument.Parsed,
  indexed: () => IndexedText,
): Outcome<Document | undefined> {
  const outcome = documentOf(source, tree, indexed);
  if (outcome.value === undefined || isMap(tree.contents)) return outcome;
  return failed(...outcome.findings, wrongRoot(tree, indexed()));
}

function failed(...findings: readonly Finding[]): Outcome<undefined> {
  return { value: undefined, findings };
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
