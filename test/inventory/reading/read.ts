import type { Document } from '../../../src/inventory/model/document.ts';
import { readDocument } from '../../../src/inventory/reading/readDocument.ts';
import type { Outcome } from '../../../src/shared/finding.ts';

/** Reads a text as `inventory/site.yaml`. */
export function read(
  content: string | Uint8Array,
  file = 'inventory/site.yaml',
): Outcome<Document | undefined> {
  return readDocument(file, typeof content === 'string' ? new TextEncoder().encode(content) : content);
}

/** Codes and places of what reading finds: `PL1002 2:1`. */
export function found(content: string | Uint8Array): string[] {
  return read(content).findings.map(({ code, place }) => `${code} ${place.line}:${place.column}`);
}

/** The plain data of a text that is read without findings. */
export function data(content: string | Uint8Array): unknown {
  const { value, findings } = read(content);
  if (findings.length > 0 || value === undefined) throw new Error(JSON.stringify(findings));
  return value.value;
}
