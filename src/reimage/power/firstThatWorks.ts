import type { NetworkBoot, PowerControl } from '../../ports/power.ts';
import { ConnectionLost } from '../../ports/remoteShell.ts';
import { Failure } from '../../shared/failure.ts';

/**
 * Several ways to switch one machine, in order of preference, as one: the first that can be used is, and where it fails, the next one
 * that can be. A method that restarts the machine in the place of another one first chooses the network by itself.
 *
 * @param hostname of the machine, for messages
 */
export function firstThatWorks(hostname: string, controls: readonly PowerControl[]): PowerControl {
  /** Whether the next start is to be from the network. */
  let network = false;
  /** Who told the firmware, or at least was the last one that worked. */
  let last: PowerControl | undefined;

  const inTurn = async <T>(
    what: string,
    use: (control: PowerControl) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> => {
    const tried: string[] = [];
    for (const control of preferred(controls, last)) {
      try {
        const { usable, detail } = await control.probe(signal);
        if (usable) {
          const result = await use(control);
          last = control;
          return result;
        }
        tried.push(`${control.method}: ${detail}`);
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof Failure || error instanceof ConnectionLost)) throw error;
        tried.push(`${control.method}: ${error.message}`);
      }
    }
    throw allFailed(hostname, what, tried);
  };

  return {
    method: controls.map(({ method }) => method).join(', ') || 'none',
    probe: async (signal) => {
      const details: string[] = [];
      for (const control of controls) {
        const { usable, detail } = await control.probe(signal);
        if (usable) return { usable, detail: `${control.method}: ${detail}` };
        details.push(`${control.method}: ${detail}`);
      }
      return { usable: false, detail: details.join('; ') || 'it has no power method' };
    },
    bootNetworkOnce: async (signal) => {
      const chosen = await inTurn<NetworkBoot>(
        'cannot be made to boot from the network',
        (control) => control.bootNetworkOnce(signal),
        signal,
      );
      network = true;
      return chosen;
    },
    cycle: async (signal) => {
      const choseIt = last;
      await inTurn(
        'cannot be restarted',
        async (control) => {
          if (network && control !== choseIt) await control.bootNetworkOnce(signal);
          await control.cycle(signal);
        },
        signal,
      );
      network = false;
    },
    state: async (signal) => {
      for (const control of controls) {
        const state = await control.state(signal).catch(() => 'unknown' as const);
        signal?.throwIfAborted();
        if (state !== 'unknown') return state;
      }
      return 'unknown';
    },
  };
}

/** The one that worked before first, then the others in their order. */
function preferred(
  controls: readonly PowerControl[],
  last: PowerControl | undefined,
): readonly PowerControl[] {
  return last === undefined ? controls : [last, ...controls.filter((control) => control !== last)];
}

function allFailed(hostname: string, what: string, tried: readonly string[]): Failure {
  if (tried.length === 0) {
    return new Failure('world', `${hostname} ${what}: it has no power method`, {
      next: 'Give it one: `power` in its file, in defaults or in a group.',
    });
  }
  return new Failure('world', `${hostname} ${what}. Tried in order: ${tried.join('; ')}`, {
    next: 'Mend one of these, or add the method manual as the last one, and go on.',
  });
}
