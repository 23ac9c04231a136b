import type { Gate } from '../../ports/gate.ts';
import type { OpenGate } from '../../ports/gates.ts';
import { ConnectionLost } from '../../ports/remoteShell.ts';
import type { StorageTarget } from '../../ports/storages.ts';
import type { World } from '../../ports/world.ts';
import { Failure } from '../../shared/failure.ts';

/** Milliseconds before an operation that was cut off is said again. */
const pauses = [1000, 2000, 4000];

/** A gate whose operations are said again, over a new connection, when theirs breaks: each of them may be. */
export interface SteadyGate extends Gate {
  readonly name: string;
}

/** Opens the gate of a storage's router, hands it over, and closes it whatever happens. */
export async function withGate<T>(
  target: StorageTarget,
  world: World,
  signal: AbortSignal | undefined,
  act: (gate: SteadyGate) => Promise<T>,
): Promise<T> {
  let open: OpenGate = await world.gates.open(target, signal);
  const steady = async <R>(operation: (gate: OpenGate) => Promise<R>): Promise<R> => {
    for (const pause of [...pauses, undefined]) {
      try {
        signal?.throwIfAborted();
        return await operation(open);
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        if (pause === undefined) throw lost(open.name, error);
        await open.close().catch(() => undefined);
        await world.wait(pause, signal);
        open = await world.gates.open(target, signal);
      }
    }
    throw lost(open.name, undefined);
  };
  try {
    return await act({
      name: open.name,
      arm: (record, ignition) => steady((gate) => gate.arm(record, ignition)),
      disarm: (mac) => steady((gate) => gate.disarm(mac)),
      state: () => steady((gate) => gate.state()),
    });
  } finally {
    await open.close().catch(() => undefined);
  }
}

function lost(name: string, cause: unknown): Failure {
  return new Failure('world', `the connection to ${name} breaks again and again`, {
    next: 'pilotlight armed tells which nodes are armed; the command may be run again',
    cause,
  });
}
