import {
  ConnectionLost,
  type RemoteShell,
  type RemoteShells,
  type RunOptions,
} from '../../../src/ports/remoteShell.ts';

/** A moment of a run on a router: before a remote command, when `byte` bytes of it have been handed to the router, or when it has ended. */
export interface Moment {
  /** Commands before it. */
  readonly command: number;
  readonly when: 'before' | 'during' | 'after';
  /** Bytes of the connection with `during`: those of the input, and a few more. At least 1. */
  readonly byte?: number;
}

/** Is told of every moment of a run. Answers `lost` where the answer of the command is not to come. */
export type OnMoment = (command: number, when: 'before' | 'after') => Promise<'lost' | 'on'>;

/** What a run said to a router. */
export interface Heard {
  /** Bytes of input of each command, in order. */
  readonly commands: number[];
}

/** Shells whose commands are counted and told of. */
export function watchedShells(shells: RemoteShells, heard: Heard, onMoment: OnMoment): RemoteShells {
  return {
    open: async (destination, signal) => {
      const shell = await shells.open(destination, signal);
      return { ...shell, run: (...said) => watched(shell, heard, onMoment, said) };
    },
  };
}

async function watched(
  shell: RemoteShell,
  heard: Heard,
  onMoment: OnMoment,
  [script, parameters, options = {}]: Parameters<RemoteShell['run']>,
): ReturnType<RemoteShell['run']> {
  const command = heard.commands.push(0) - 1;
  const input = counted(options.input, (bytes) => {
    heard.commands[command] = (heard.commands[command] ?? 0) + bytes;
  });
  await onMoment(command, 'before');
  const result = await shell.run(script, parameters, {
    ...options,
    ...(input === undefined ? {} : { input }),
  });
  if ((await onMoment(command, 'after')) === 'lost') throw new ConnectionLost('cut by the test');
  return result;
}

/** The same input, with its bytes counted. */
function counted(input: RunOptions['input'], count: (bytes: number) => void): RunOptions['input'] {
  if (input === undefined) return undefined;
  if (typeof input === 'string' || input instanceof Uint8Array) {
    count(Buffer.byteLength(input));
    return input;
  }
  return stream(input, count);
}

async function* stream(
  source: AsyncIterable<Uint8Array>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const bytes of source) {
    count(bytes.length);
    yield bytes;
  }
}
