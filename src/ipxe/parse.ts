import { isSpace } from './characters.ts';
import { type LogicalLine, logicalLines, positionOf } from './lines.ts';
import type { Command, Comment, Connector, Script, Statement, Token } from './script.ts';

/**
 * Parses an iPXE script by the rules of iPXE itself (src/image/script.c and src/core/exec.c): there is no quoting,
 * tokens are split on white space, a token that starts with `#` starts a comment wherever it stands, and `||`, `&&`
 * and `;` count only as tokens of their own.
 */
export function parse(text: string): Script {
  return { isScript: isScript(text), statements: logicalLines(text).map(parseStatement) };
}

/** Whether iPXE takes a file for a script: its first six characters and white space after them decide. */
export function isScript(text: string): boolean {
  return (text.startsWith('#!ipxe') || text.startsWith('#!gpxe')) && isSpace(text[6]);
}

function parseStatement(line: LogicalLine): Statement {
  const start = skipSpace(line.text, 0);
  const labelEnd = line.text[start] === ':' ? skipWord(line.text, start) : start;
  const tokens = tokenize(line, labelEnd);
  const hash = tokens.findIndex((token) => token.text.startsWith('#'));
  const comment = hash < 0 ? undefined : commentFrom(line, tokens, hash);
  return {
    line: line.pieces[0]?.line ?? 1,
    lastLine: line.pieces.at(-1)?.line ?? 1,
    ...(labelEnd > start ? { label: labelToken(line, start, labelEnd) } : {}),
    commands: splitCommands(hash < 0 ? tokens : tokens.slice(0, hash)),
    ...(comment === undefined ? {} : { comment }),
    ...(line.unfinished ? { unfinished: true } : {}),
  };
}

/** The label without its colon; the place includes it. */
function labelToken(line: LogicalLine, start: number, end: number): Token {
  return { ...tokenAt(line, start, end), text: line.text.slice(start + 1, end) };
}

function commentFrom(line: LogicalLine, tokens: readonly Token[], index: number): Comment | undefined {
  const first = tokens[index];
  if (first === undefined) return undefined;
  const offset = offsetOf(line, first);
  return { ...tokenAt(line, offset, line.text.length), midLine: index > 0 };
}

function offsetOf(line: LogicalLine, token: Token): number {
  const piece = line.pieces.find((each) => each.line === token.line);
  return (piece?.at ?? 0) + token.column - 1;
}

function splitCommands(tokens: readonly Token[]): Command[] {
  const commands: Command[] = [];
  let words: Token[] = [];
  for (const token of tokens) {
    if (isConnector(token)) {
      commands.push({ words, connector: token });
      words = [];
    } else {
      words.push(token);
    }
  }
  if (words.length > 0) commands.push({ words });
  return commands;
}

function isConnector(token: Token): token is Token & { readonly text: Connector } {
  return token.text === '||' || token.text === '&&' || token.text === ';';
}

function tokenize(line: LogicalLine, from: number): Token[] {
  const tokens: Token[] = [];
  let at = skipSpace(line.text, from);
  while (at < line.text.length) {
    const end = skipWord(line.text, at);
    tokens.push(tokenAt(line, at, end));
    at = skipSpace(line.text, end);
  }
  return tokens;
}

function tokenAt(line: LogicalLine, start: number, end: number): Token {
  const { line: number, column, lineEnd } = positionOf(line, start);
  const text = line.text.slice(start, end);
  return { text, line: number, column, endColumn: Math.max(column, Math.min(column + text.length, lineEnd)) };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text[at])) at++;
  return at;
}

function skipWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isSpace(text[at])) at++;
  return at;
}
