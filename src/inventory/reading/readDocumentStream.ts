import type { Document as YamlDocument } from 'yaml';
import { type Finding, finding, type Outcome } from '../../shared/finding.ts';
import type { Document } from '../model/document.ts';
import { compose } from './compose.ts';
import { documentOf, once, tooDeep } from './documentOf.ts';
import { maxDocuments, maxFindingsOfFile } from './limits.ts';
import { indexText, placeOf } from './position.ts';
import { syntaxFindings } from './syntax.ts';

/**
 * Reads a YAML file that may hold several documents, each with any root. Those that say nothing are left out. When the file has an
 * error of syntax, none of it is answered.
 * @param text What `decode` made of the bytes.
 */
export function readDocumentStream(file: string, bytes: Uint8Array, text: string): Outcome<Document[]> {
  const indexed = once(() => indexText(file, text));
  const composed = compose(text, maxDocuments);
  if (composed.tooDeepAt !== undefined) return failed(tooDeep(indexed(), composed.tooDeepAt));
  const { documents: trees } = composed;
  const errors = trees.flatMap((each) => each.errors);
  if (errors.length > 0) return failed(...syntaxFindings(errors, indexed()));
  const surplus = trees[maxDocuments];
  if (surplus !== undefined) {
    const message = `more than ${maxDocuments} documents stand in this file`;
    return failed(finding('PL1006', placeOf(indexed(), surplus.range[0]), message));
  }
  const documents: Document[] = [];
  const findings: Finding[] = [];
  for (const [index, tree] of trees.entries()) {
    if (findings.length >= maxFindingsOfFile) break;
    if (isEmpty(tree)) continue;
    const { value, findings: own } = documentOf({ file, bytes, index }, tree, indexed);
    findings.push(...own);
    if (value !== undefined) documents.push(value);
  }
  return { value: documents, findings };
}

/** Whether nothing stands in a document but comments. */
function isEmpty({ contents }: YamlDocument.Parsed): boolean {
  return contents === null || contents.range[0] === contents.range[1];
}

function failed(...findings: readonly Finding[]): Outcome<Document[]> {
  return { value: [], findings };
}
