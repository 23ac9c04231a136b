import { randomUUID } from 'node:crypto';
import { endGroup, startGroup } from '@actions/core';

/**
 * Prints a report to the log. It may quote the inventory, and the runner takes `::…` at the beginning of a line and
 * `##[…]` anywhere in it for commands, so that commands are stopped meanwhile; nobody can guess the word that ends that.
 */
export function printReport(text: string): void {
  const word = randomUUID();
  const end = text.endsWith('\n') ? '' : '\n';
  process.stdout.write(`::stop-commands::${word}\n${text}${end}::${word}::\n`);
}

/** Prints a report that the log shows folded. */
export function printFolded(title: string, text: string): void {
  startGroup(title);
  printReport(text);
  endGroup();
}
