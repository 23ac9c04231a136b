import { Composer, type Document, Lexer, LineCounter, type ParsedNode, Parser, type ScalarTag } from 'yaml';

/** A YAML document with the lines of its text; or the offset at which it is nested too deeply to be read. */
export type ComposedDocument =
  | { readonly document: Document.Parsed<ParsedNode> | undefined; readonly lines: LineCounter }
  | { readonly tooDeepAt: number; readonly lines: LineCounter };

/** Deeper than any configuration, and far from where the composer, which is recursive, runs out of stack. */
const deepest = 100;

/** Many errors are an echo of the first, and telling them all takes quadratic time. */
const mostErrors = 20;

/** `0644` is an octal number to Butane, whose YAML library keeps this rule of YAML 1.1. */
const octal: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^0[0-7]+$/,
  resolve: (text) => Number.parseInt(text, 8),
};

/** Composes the first document of a YAML text (or JSON, as the part of YAML that it is), in bounded time and stack. */
export function composeDocument(text: string): ComposedDocument {
  const lines = new LineCounter();
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const composer = new Composer<ParsedNode>({
    merge: true,
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
    customTags: (tags) => [octal, ...tags],
  });
  const documents: Document.Parsed<ParsedNode>[] = [];
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      documents.push(...composer.next(token));
      if (token.type === 'error') errors++;
    }
    if (parser.stack.length > deepest) return { tooDeepAt: parser.offset - lexeme.length, lines };
    if (errors > mostErrors || documents.length > 1) break;
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(false, text.length));
  const [document] = documents;
  document?.errors.splice(mostErrors);
  return { document, lines };
}
