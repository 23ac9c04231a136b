import { isDeepStrictEqual } from 'node:util';
import { isScalar, parseAllDocuments, Scalar, visit } from 'yaml';
import { replaceMarkers, secretsIn } from '../../shared/secret.ts';
import { isHidden, quotedString } from '../butane/yamlString.ts';

/** Puts a value in the place of each marker of a text. */
export type Fill = (text: string) => string;

/** A scalar that has a marker in it, where it stands. */
interface Slot {
  readonly begin: number;
  readonly end: number;
  readonly value: string;
  readonly block: boolean;
}

/**
 * A YAML or JSON text with values in the place of markers, such that whoever reads it gets the very values: a quoted or plain scalar is
 * written anew, in double quotes; a block keeps its form where it can hold the value. Nothing else changes, and a comment keeps
 * its marker. Undefined where the text is no YAML, or a value cannot be shown to arrive as it is.
 */
export function fillYaml(text: string, reveal: (secret: string) => string): string | undefined {
  const documents = read(text);
  if (documents === undefined) return undefined;
  const fill: Fill = (each) => replaceMarkers(each, reveal);
  const expected = filled(documents.data, fill);
  for (const blocks of ['kept', 'quoted'] as const) {
    const candidate = written(text, documents.slots, fill, blocks, reveal);
    if (candidate !== undefined && isDeepStrictEqual(read(candidate)?.data, expected)) return candidate;
  }
  return undefined;
}

/** The data of every document of a text, and its scalars with markers; undefined where it cannot be read. */
function read(text: string): { data: unknown[]; slots: Slot[] } | undefined {
  const slots: Slot[] = [];
  try {
    const documents = parseAllDocuments(text, { logLevel: 'silent' });
    if (!Array.isArray(documents)) return { data: [], slots };
    if (documents.some(({ errors }) => errors.length > 0)) return undefined;
    for (const document of documents) {
      visit(document, {
        Scalar: (_key, scalar) => {
          const slot = slotOf(scalar);
          if (slot !== undefined) slots.push(slot);
        },
      });
    }
    return { data: documents.map((document) => document.toJS({ mapAsMap: true }) as unknown), slots };
  } catch {
    return undefined;
  }
}

function slotOf(scalar: unknown): Slot | undefined {
  if (!isScalar(scalar) || typeof scalar.value !== 'string' || !scalar.range) return undefined;
  if (secretsIn(scalar.value).length === 0) return undefined;
  const [begin, end] = scalar.range;
  const block = scalar.type === Scalar.BLOCK_LITERAL || scalar.type === Scalar.BLOCK_FOLDED;
  return { begin, end, value: scalar.value, block };
}

function written(
  text: string,
  slots: readonly Slot[],
  fill: Fill,
  blocks: 'kept' | 'quoted',
  reveal: (secret: string) => string,
): string | undefined {
  let result = '';
  let at = 0;
  for (const { begin, end, value, block } of slots.toSorted((a, b) => a.begin - b.begin)) {
    const source = text.slice(begin, end);
    const kept = block && blocks === 'kept' ? filledBlock(source, reveal) : undefined;
    const quoted = quotedString(fill(value)) + (block && source.endsWith('\n') ? '\n' : '');
    result += text.slice(at, begin) + (kept ?? quoted);
    at = end;
  }
  return result + text.slice(at);
}

/** A block scalar with values that have its indentation; undefined where one has characters that a block cannot hold. */
function filledBlock(source: string, reveal: (secret: string) => string): string | undefined {
  if (secretsIn(source).some(({ secret }) => isHidden(reveal(secret)))) return undefined;
  return source
    .split('\n')
    .map((line) => {
      const indentation = /^ */.exec(line)?.[0] ?? '';
      return replaceMarkers(line, (secret) => reveal(secret).replaceAll('\n', `\n${indentation}`));
    })
    .join('\n');
}

/** A copy of plain data with every text of it filled in, keys too. */
function filled(data: unknown, fill: Fill): unknown {
  if (typeof data === 'string') return fill(data);
  if (Array.isArray(data)) return data.map((each) => filled(each, fill));
  if (data instanceof Map)
    return new Map([...data].map(([key, value]) => [filled(key, fill), filled(value, fill)]));
  return data;
}
