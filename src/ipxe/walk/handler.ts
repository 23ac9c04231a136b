import type { Machine } from './machine.ts';
import type { CommandResult } from './outcome.ts';

/** A command that is about to run: settings are expanded, options are taken apart. */
export interface Call {
  readonly name: string;
  readonly arguments: readonly string[];
  /** Values by long name; a flag's value is the empty text. */
  readonly options: ReadonlyMap<string, string>;
}

/** Carries out one command. */
export type Handler = (machine: Machine, call: Call) => CommandResult | Promise<CommandResult>;
