import { setTimeout as sleep } from 'node:timers/promises';
import { secretsFrom } from '../../../src/adapters/secrets/secrets.ts';
import { createWorld as createReal, type WorldSettings } from '../../../src/adapters/world.ts';
import type { World } from '../../../src/app/world.ts';
import { ReimageLab } from '../../app/reimage/lab.ts';
import { keepGate } from './gateFile.ts';

/** The lab, whose gate outlives this process in a file. LAB_TROUBLE names a machine that does not look at the network. Waiting takes its time. */
export function createWorld(settings: WorldSettings): World {
  const lab = new ReimageLab(createReal(settings));
  lab.stubborn.add(process.env.LAB_TROUBLE ?? '');
  const { gates } = lab.world;
  return {
    ...lab.world,
    secrets: secretsFrom({ K3S_TOKEN: process.env.K3S_TOKEN }, settings.mask),
    gates: {
      open: async (...request) => {
        const gate = await gates.open(...request);
        return {
          ...gate,
          arm: async (...what) => {
            await gate.arm(...what);
            keepGate(lab.gate);
          },
          disarm: async (mac) => {
            const was = await gate.disarm(mac);
            keepGate(lab.gate);
            return was;
          },
        };
      },
    },
    wait: async (milliseconds, signal) => {
      await lab.world.wait(milliseconds, signal);
      await sleep(5, undefined, signal === undefined ? {} : { signal });
    },
  };
}
