import {
  ConnectionLost,
  type RemoteShell,
  type RemoteShells,
  type RunOptions,
} from '../../../src/ports/remoteShell.ts';

/** A moment of a run on a router: before a remote command, when `byte` bytes of its input went out, or when it has ended. */
export interface Moment {
  /** Commands before it. */
  readonly command: number;
  readonly when: 'before' | 'during' | 'after';
  /** With `during`: bytes of input that go out first; none where the command gets no input. */
  readonly byte?: number;
}

/** What is done at a moment. `lost`: the answer never comes. */
export type Interruption = () => Promise<'lost' | 'on'> | 'lost' | 'on';

/** A moment at which a run is interrupted, and how. */
export interface Watch {
  readonly moment: Moment;
  readonly interrupt: Interruption;
  /** Asked to call back when the next request went out, for a command that gets no input. */
  onRequest(callback: () => void): void;
}

/** What a run said to a router. */
export interface Heard {
  /** Bytes of input of each command, in order. */
  readonly commands: number[];
}

/** Shells whose commands are counted, and one of which is interrupted. */
export function watchedShells(shells: RemoteShells, heard: Heard, watch?: Watch): RemoteShells {
  return {
    open: async (destination, signal) => {
      const shell = await shells.open(destination, signal);
      return { ...shell, run: (...said) => interrupted(shell, heard, watch, said) };
    },
  };
}

async function interrupted(
  shell: RemoteShell,
  heard: Heard,
  watch: Watch | undefined,
  [script, parameters, options = {}]: Parameters<RemoteShell['run']>,
): ReturnType<RemoteShell['run']> {
  const command = heard.commands.push(0) - 1;
  const now = watch?.moment.command === command ? watch : undefined;
  if (now?.moment.when === 'before') await now.interrupt();
  if (now?.moment.when === 'during' && now.moment.byte === undefined)
    now.onRequest(() => void now.interrupt());
  const input = counted(options.input, now, (bytes) => {
    heard.commands[command] = (heard.commands[command] ?? 0) + bytes;
  });
  const result = await shell.run(script, parameters, {
    ...options,
    ...(input === undefined ? {} : { input }),
  });
  if (now?.moment.when === 'after' && (await now.interrupt()) === 'lost')
    throw new ConnectionLost('cut by the test');
  return result;
}

/** The same input, interrupted where the moment comes. */
function counted(
  input: RunOptions['input'],
  watch: Watch | undefined,
  count: (bytes: number) => void,
): AsyncIterable<Uint8Array> | undefined {
  if (input === undefined) return undefined;
  const source = typeof input === 'string' || input instanceof Uint8Array ? [Buffer.from(input)] : input;
  const byte = watch?.moment.when === 'during' ? watch.moment.byte : undefined;
  return stream(source, byte, watch?.interrupt, count);
}

async function* stream(
  source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  byte: number | undefined,
  interrupt: Interruption | undefined,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let left = byte ?? Number.POSITIVE_INFINITY;
  for await (const bytes of source) {
    count(bytes.length);
    if (bytes.length < left) {
      left -= bytes.length;
      yield bytes;
      continue;
    }
    yield bytes.subarray(0, left);
    await interrupt?.();
    yield bytes.subarray(left);
    left = Number.POSITIVE_INFINITY;
  }
}
