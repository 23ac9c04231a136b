import { CommanderError } from 'commander';
import { createWorld } from '../adapters/world.ts';
import type { World } from '../app/world.ts';
import { commandless } from '../report/commandless.ts';
import { explainSystemError, Failure } from '../shared/failure.ts';
import type { Context, ExitCode, Output, Printer, Streams } from './context.ts';
import { printFailure } from './failure.ts';
import { createProgram } from './program.ts';

const widthWithoutTerminal = 120;

const exitCodes = { usage: 2, world: 3, refused: 4 } as const;

/** Runs the command line: parses, calls the app, prints, and answers the exit code. Throws nothing. */
export async function main(args: readonly string[], streams: Streams): Promise<number> {
  let world: World | undefined;
  let code: ExitCode = 0;
  const context: Context = {
    ...streams,
    stdout: printer(streams.stdout, streams),
    stderr: printer(streams.stderr, streams),
    exact: (text) => void streams.stdout.write(text),
    stoppable: streams.stoppable ?? (() => new AbortController().signal),
    colour: wantsColour(args, streams),
    width: streams.stdout.columns || widthWithoutTerminal,
    world: (use) => {
      world ??= createWorld({
        environment: streams.environment,
        cache: !args.includes('--no-cache'),
        ...use,
      });
      return world;
    },
    exit: (said) => {
      code = Math.max(code, said) as ExitCode;
    },
  };
  try {
    await createProgram(context).parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, context);
  } finally {
    world?.cache.close();
    await world?.translator.close();
  }
}

/** Where a runner of GitHub Actions reads along, nothing that the inventory says may pass for one of its commands. */
function printer(stream: Output, { environment }: Streams): Printer {
  return environment.GITHUB_ACTIONS === 'true'
    ? { write: (text) => stream.write(commandless(text)) }
    : stream;
}

/** The conventions of no-color.org and of what others understand: a flag, then the environment, then the terminal. */
function wantsColour(args: readonly string[], { stdout, environment }: Streams): boolean {
  if (args.includes('--no-color') || environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR !== undefined) return environment.FORCE_COLOR !== '0';
  return stdout.isTTY === true && environment.TERM !== 'dumb';
}

function explain(error: unknown, context: Context): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
  if ((error as Error).name === 'AbortError') {
    printFailure(new Failure('world', 'stopped before anything was changed'), context);
    return exitCodes.world;
  }
  if (error instanceof Failure) {
    printFailure(error, context);
    return exitCodes[error.kind];
  }
  printFailure(unexpected(error, context.environment), context);
  return exitCodes.world;
}

/** What nobody thought of: said in one line, with the way to the details. */
function unexpected(error: unknown, environment: NodeJS.ProcessEnv): Failure {
  const detail = environment.PILOTLIGHT_DEBUG ? `\n${(error as Error).stack ?? ''}` : '';
  return new Failure('world', `something unexpected went wrong: ${explainSystemError(error)}${detail}`, {
    next: environment.PILOTLIGHT_DEBUG
      ? 'please report it, with the lines above'
      : 'set PILOTLIGHT_DEBUG=1 to see where, and please report it',
  });
}
