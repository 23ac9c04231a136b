import { Composer, Lexer, type ParsedNode, Parser, type Document as YamlDocument } from 'yaml';
import { maxDepth, maxFindingsOfFile } from './limits.ts';

/** What became of a text: its documents, or the offset at which it is nested too deeply. */
export type Composed =
  | { readonly documents: readonly YamlDocument.Parsed<ParsedNode>[]; readonly tooDeepAt?: undefined }
  | { readonly tooDeepAt: number };

const options = {
  version: '1.2',
  schema: 'core',
  merge: true,
  // Found by inspect, in linear time and with the places of both.
  uniqueKeys: false,
  logLevel: 'silent',
  prettyErrors: false,
} as const;

/**
 * Parses YAML 1.2: the first document, and the second one where there is one, or more where more are expected. The depth is watched while the parser, which keeps its own stack, goes along: the composer, which
 * is recursive, never sees a text that is nested too deeply. It stops where it is clear that the file cannot be used.
 */
export function compose(text: string, expected = 1): Composed {
  const composer = new Composer<ParsedNode>(options);
  const parser = new Parser();
  const documents: YamlDocument.Parsed<ParsedNode>[] = [];
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      documents.push(...composer.next(token));
      if (token.type === 'error') errors++;
    }
    if (errors > maxFindingsOfFile || documents.length > expected) break;
    if (parser.stack.length > maxDepth) return { tooDeepAt: parser.offset - lexeme.length };
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));
  return { documents };
}
