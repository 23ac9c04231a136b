import type { PowerControl, PoweredMachine } from '../../ports/power.ts';
import { Failure } from '../../shared/failure.ts';

const why = 'Intel AMT is not available in this version';

/** Intel AMT has a name in the inventory, and nothing here speaks it: the method says so before anything is done. */
export function amtPower({ hostname }: PoweredMachine): PowerControl {
  const refuse = async (): Promise<never> => {
    throw new Failure('world', `${hostname}: ${why}`, {
      next: 'Use another power method; `command` can start a program that speaks AMT.',
    });
  };
  return {
    method: 'amt',
    probe: async () => ({ usable: false, detail: why }),
    bootNetworkOnce: refuse,
    cycle: refuse,
    state: async () => 'unknown',
  };
}
