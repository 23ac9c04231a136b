import { type CommandSpecification, commandNamed, type IpxeAge } from '../../ipxe/commandTable.ts';
import { type ParsedOptions, parseOptions } from '../../ipxe/options.ts';
import { parse } from '../../ipxe/parse.ts';
import type { Command, Script, Statement, Token } from '../../ipxe/script.ts';
import { resolveUri } from '../../ipxe/uri.ts';
import type { Code } from '../../shared/catalogue.ts';
import { type Finding, finding, type Place } from '../../shared/finding.ts';
import { type Boot, boots } from './boots.ts';
import { type Flow, flowOf } from './flow.ts';
import type { IpxeLintOptions } from './options.ts';

/** One command of the script with what the command table knows of it. */
export interface KnownCommand {
  readonly statement: Statement;
  /** Index of the statement. */
  readonly index: number;
  readonly command: Command;
  readonly name: Token;
  readonly words: readonly Token[];
  /** Absent for a command that iPXE does not have. */
  readonly specification?: CommandSpecification;
  readonly options?: ParsedOptions;
  /** Whether the script goes on when the command fails. */
  readonly isCaught: boolean;
}

/** What every rule looks at. All of it is computed once a script. */
export interface LintContext {
  readonly text: string;
  readonly script: Script;
  readonly commands: readonly KnownCommand[];
  readonly boots: readonly Boot[];
  readonly flow: Flow;
  readonly options: IpxeLintOptions;
  /** The versions of iPXE that must run the script. */
  readonly ages: readonly IpxeAge[];
}

/** One rule: a function that looks at a script and answers findings of one code. */
export type IpxeRule = (context: LintContext) => Iterable<Finding>;

/** Reads a script for the rules. */
export function lintContext(text: string, options: IpxeLintOptions): LintContext {
  const script = parse(text);
  const commands = script.statements.flatMap((statement, index) =>
    statement.commands.flatMap((command) => known(statement, index, command)),
  );
  return {
    text,
    script,
    commands,
    boots: boots(script),
    flow: flowOf(script),
    options,
    ages: options.ipxeVersion === undefined ? ['old', 'new'] : [options.ipxeVersion],
  };
}

function known(statement: Statement, index: number, command: Command): KnownCommand[] {
  const [name, ...words] = command.words;
  if (name === undefined) return [];
  const specification = commandNamed(name.text);
  const connector = command.connector?.text;
  return [
    {
      statement,
      index,
      command,
      name,
      words,
      isCaught: connector === '||' || connector === ';',
      ...(specification === undefined
        ? {}
        : {
            specification,
            options: parseOptions(
              specification,
              words.map((word) => word.text),
            ),
          }),
    },
  ];
}

/** The place of a token. */
export function placeOf({ options }: LintContext, token: Token): Place {
  const { line, column, endColumn } = token;
  return { file: options.file, line, column, ...(endColumn > column ? { endColumn } : {}) };
}

/** A finding at a token. */
export function at(
  context: LintContext,
  code: Code,
  token: Token,
  message: string,
  hint?: string | undefined,
): Finding {
  return finding(code, placeOf(context, token), message, { hint });
}

/** A URI as iPXE would fetch it; undefined where that is known only when the script runs. */
export function absoluteUrl({ options }: LintContext, uri: string): string | undefined {
  if (uri === '' || uri.includes('${')) return undefined;
  const url = resolveUri(options.url, uri);
  return /^[a-z]+:\/\//.test(url) ? url : undefined;
}
