import type { NetworkBoot } from '../../ports/power.ts';

/** What is to be said where nobody chooses what the machine boots from. */
export function firmwareOrder(method: string): NetworkBoot {
  return {
    by: 'firmware',
    detail: `${method} leaves it to the firmware, whose order has to have the network first`,
  };
}
