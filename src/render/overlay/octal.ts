import type { Document } from '../../inventory/model/document.ts';
import type { Pointer } from '../../inventory/model/provenance.ts';
import { isMapping, type Mapping } from '../butane/data.ts';

/** Digits behind a zero: octal for Butane's parser, decimal in YAML 1.2. */
const octal = /^[-+]?0[0-7]+$/;
const octalAnywhere = /(?<![\w.])0[0-7]+(?![\w.])/;

/**
 * Reads numbers such as `mode: 0644` as Butane does (its yaml.v3 takes a leading zero for octal), though the document was read as
 * YAML 1.2, where they are decimal. Whatever has no such number keeps its identity.
 */
export function readOctal(
  document: Document,
  source: readonly string[],
  pointer: Pointer,
  value: Mapping,
): Mapping {
  if (!source.some((line) => octalAnywhere.test(line))) return value;
  const converted = convert(document, source, pointer, value);
  return isMapping(converted) ? converted : value;
}

function convert(document: Document, source: readonly string[], pointer: Pointer, value: unknown): unknown {
  if (typeof value === 'number')
    return /^-?[0-7]+$/.test(String(value)) ? number(document, source, pointer, value) : value;
  if (Array.isArray(value)) {
    const list = value.map((each, index) => convert(document, source, [...pointer, index], each));
    return list.some((each, index) => each !== value[index]) ? list : value;
  }
  if (!isMapping(value)) return value;
  const fields = Object.entries(value).map(
    ([key, each]) => [key, convert(document, source, [...pointer, key], each)] as const,
  );
  return fields.some(([key, each]) => each !== value[key]) ? Object.fromEntries(fields) : value;
}

function number(document: Document, source: readonly string[], pointer: Pointer, value: number): number {
  const { line, column, endColumn } = document.locate(pointer);
  const written = (source[line - 1] ?? '').slice(
    column - 1,
    endColumn === undefined ? undefined : endColumn - 1,
  );
  if (!octal.test(written)) return value;
  return written.startsWith('-') ? -Number.parseInt(written.slice(1), 8) : Number.parseInt(written, 8);
}
