import { parseDocument } from 'yaml';
import type { ReadSecrets } from './dotenv.ts';

/** Reads a map of names to texts, as YAML or as JSON. */
export function readMapping(text: string): ReadSecrets {
  // The library's messages quote the file: only the place is taken from them.
  const document = parseDocument(text, { prettyErrors: true, logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line;
    return { fault: `it cannot be read as YAML or JSON${line === undefined ? '' : `, at line ${line}`}` };
  }
  let data: unknown;
  try {
    data = document.toJS();
  } catch {
    // A value that begins with `*` is an alias; what the library throws then quotes it.
    return { fault: 'it has an alias that cannot be followed: put values that begin with * in quotes' };
  }
  return readEntries(data);
}

/** The same of what is parsed already. */
export function readEntries(data: unknown): ReadSecrets {
  if (data === null || data === undefined) return { values: new Map() };
  if (typeof data !== 'object' || Array.isArray(data)) return { fault: 'it is no map of names to texts' };
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(data)) {
    if (typeof value !== 'string') return { fault: `the value of ${name} is no text: put it in quotes` };
    values.set(name, value);
  }
  return { values };
}
