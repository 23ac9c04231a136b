/** A run of characters of a script. Line and column count from 1; columns count UTF-16 units of the physical line. */
export interface Token {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** First column after the token on the line where it starts; the line's end when a continuation splits the token. */
  readonly endColumn: number;
}

/** What stands between two commands of one line. */
export type Connector = '||' | '&&' | ';';

/** One command: its name and arguments as written, before settings are expanded. */
export interface Command {
  /** Empty for the nothing between two connectors, which succeeds. */
  readonly words: readonly Token[];
  /** What follows the command, and so decides whether the next one runs. */
  readonly connector?: Token & { readonly text: Connector };
}

/** A comment: from the first token that starts with `#` to the end of the (continued) line. */
export interface Comment extends Token {
  /** Whether commands stand before it on its line. */
  readonly midLine: boolean;
}

/** One logical line: physical lines joined by continuations, split into label, commands and comment. */
export interface Statement {
  /** First physical line. */
  readonly line: number;
  /** Last physical line. */
  readonly lastLine: number;
  readonly label?: Token;
  readonly commands: readonly Command[];
  readonly comment?: Comment;
  /** The file ends in a continuation: iPXE stops the script with an error before it runs this line. */
  readonly unfinished?: boolean;
}

/** A parsed script. Nothing is an error to the grammar: what iPXE would trip over is for lint and the walker to tell. */
export interface Script {
  /** Whether iPXE takes the file for a script at all: it starts with `#!ipxe` (or `#!gpxe`) and white space. */
  readonly isScript: boolean;
  readonly statements: readonly Statement[];
}

/** The first statement of each label: `goto` takes that one. */
export function labelsOf(script: Script): Map<string, number> {
  const labels = new Map<string, number>();
  for (const [index, { label }] of script.statements.entries()) {
    if (label !== undefined && !labels.has(label.text)) labels.set(label.text, index);
  }
  return labels;
}
