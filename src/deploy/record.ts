import { sha256 } from '../shared/digest.ts';

/** What a record says: which of the few small texts on the storage it is. */
export type RecordKind = 'pointer' | 'seal' | 'owner';

/**
 * One line that says by itself whether it is whole: `pilotlight-<kind> 1 <field>… <sum>` and a line feed, where the sum is the SHA-256 of
 * everything before its space. So sh can read it with `read`, and check it with sha256sum. An empty field is `-`; what is
 * neither a letter, a digit nor one of `._+/:@,-` is percent-encoded.
 */
export function recordLine(kind: RecordKind, fields: readonly string[]): string {
  const content = ['pilotlight-'.concat(kind), '1', ...fields.map(encoded)].join(' ');
  return `${content} ${sha256(content)}\n`;
}

/** The fields of a record; undefined where a text is not exactly one that {@link recordLine} makes. */
export function parseRecord(kind: RecordKind, text: string): string[] | undefined {
  if (text.length > longestRecord) return undefined;
  const fields: string[] = [];
  for (const word of text.split(' ').slice(2, -1)) {
    const field = decoded(word);
    if (field === undefined) return undefined;
    fields.push(field);
  }
  return recordLine(kind, fields) === text ? fields : undefined;
}

/** A whole number as a record has it: no sign, no leading zeros, exact; undefined for anything else. */
export function parseCount(field: string): number | undefined {
  const number = /^(?:0|[1-9]\d{0,15})$/.test(field) ? Number(field) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}

/** Characters; a seal that names a hundred image sets has less. */
const longestRecord = 16_384;

function encoded(field: string): string {
  if (field === '') return '-';
  if (field === '-') return '%2D';
  return field.replace(/[^A-Za-z0-9._+/:@,-]/gu, (character) =>
    Buffer.from(character).toString('hex').toUpperCase().replace(/../g, '%$&'),
  );
}

function decoded(word: string): string | undefined {
  if (word === '-') return '';
  try {
    return decodeURIComponent(word);
  } catch {
    return undefined;
  }
}
