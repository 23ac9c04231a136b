import type { PowerControl, PoweredMachine, PowerState, PowerTools } from '../../../ports/power.ts';
import { Failure } from '../../../shared/failure.ts';
import { firmwareOrder } from '../firmwareOrder.ts';
import { type SwitchAction, startingActions } from './actions.ts';

/** Something that is told by name what to do: a program, a socket that answers HTTP. */
export interface MachineSwitch {
  readonly method: string;
  has(action: SwitchAction): boolean;
  readonly hasStatus: boolean;
  /** Tells it. Throws a Failure. */
  tell(action: SwitchAction, signal?: AbortSignal): Promise<void>;
  /** Asks it. Throws a Failure. */
  status(signal?: AbortSignal): Promise<PowerState>;
  /** Between off and on. */
  readonly pauseSeconds: number;
}

/** A machine that hangs on a switch. */
export function switchPower(on: MachineSwitch, machine: PoweredMachine, { wait }: PowerTools): PowerControl {
  const state = async (signal?: AbortSignal): Promise<PowerState> =>
    on.hasStatus ? on.status(signal) : 'unknown';
  return {
    method: on.method,
    probe: async (signal) => {
      try {
        const now = await state(signal);
        const usable = startingActions(now, (action) => on.has(action)) !== undefined;
        const asked = on.hasStatus ? `the power is ${now}` : 'it cannot be asked: there is no status';
        return { usable, detail: usable ? asked : `${asked}, and it cannot restart what is on` };
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof Failure)) throw error;
        return { usable: false, detail: error.message };
      }
    },
    bootNetworkOnce: async (signal) => {
      if (!on.has('bootNetwork')) return firmwareOrder(on.method);
      await on.tell('bootNetwork', signal);
      return { by: 'once', detail: `${on.method} was told to boot from the network` };
    },
    cycle: async (signal) => {
      const actions = startingActions(await state(signal), (action) => on.has(action));
      if (actions === undefined) {
        throw new Failure('world', `${machine.hostname} is on, and ${on.method} cannot restart it`, {
          next: 'Give the method `cycle`, or `off` and `on`.',
        });
      }
      for (const action of actions) {
        await on.tell(action, signal);
        if (action === 'off') await wait(on.pauseSeconds * 1000, signal);
      }
    },
    state,
  };
}
