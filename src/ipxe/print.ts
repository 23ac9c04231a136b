import type { Command, Script, Statement } from './script.ts';

/**
 * Writes a script back, one logical line a statement, one space between tokens. Parsing what comes out gives the same
 * labels, commands and comments. A comment that ends in `\` keeps a space after it, so that it stays on its line.
 */
export function print(script: Script): string {
  return script.statements.map((statement) => `${printStatement(statement)}\n`).join('');
}

function printStatement(statement: Statement): string {
  const parts = [
    ...(statement.label === undefined ? [] : [`:${statement.label.text}`]),
    ...statement.commands.map(printCommand).filter((text) => text !== ''),
    ...(statement.comment === undefined ? [] : [statement.comment.text]),
  ];
  const line = parts.join(' ');
  return line.endsWith('\\') || line.endsWith('\r') ? `${line} ` : line;
}

function printCommand(command: Command): string {
  const words = command.words.map((word) => word.text);
  return [...words, ...(command.connector === undefined ? [] : [command.connector.text])].join(' ');
}
