import type { Document as YamlDocument } from 'yaml';
import { type Finding, finding, type Outcome } from '../../shared/finding.ts';
import type { Document } from '../model/document.ts';
import { inspect } from './inspect.ts';
import { maxAliases, maxDepth } from './limits.ts';
import { type LocatedFile, locate } from './locate.ts';
import { type IndexedText, placeOf } from './position.ts';

/** A document from its tree, whatever its root is; none when it cannot be turned into plain data. The tree is not kept. */
export function documentOf(
  source: LocatedFile,
  tree: YamlDocument.Parsed,
  indexed: () => IndexedText,
): Outcome<Document | undefined> {
  const { file } = source;
  const { findings, resolvable } = inspect(tree.contents, indexed);
  if (!resolvable) return { value: undefined, findings };
  const data = plainData(tree);
  if (data === undefined) return { value: undefined, findings: [...findings, aliasBomb(file)] };
  const document: Document = {
    file,
    value: data.value,
    locate: (pointer, what) => locate(source, pointer, what),
  };
  return { value: document, findings };
}

/** Plain data, or undefined when its aliases stand for too much. */
function plainData(tree: YamlDocument.Parsed): { readonly value: unknown } | undefined {
  try {
    return { value: tree.toJS({ maxAliasCount: maxAliases }) };
  } catch (error) {
    // The one thing that a resolvable tree still throws for.
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function aliasBomb(file: string): Finding {
  return finding('PL1009', { file, line: 1, column: 1 }, 'aliases of aliases stand for too many values', {
    hint: 'set what nodes share in `defaults` or in a group of site.yaml',
  });
}

/** The finding for a text that is nested too deeply at an offset. */
export function tooDeep(indexed: IndexedText, offset: number): Finding {
  const message = `lists and mappings are nested more than ${maxDepth} deep`;
  return finding('PL1007', placeOf(indexed, offset), message);
}

/** Makes a value when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
