import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createWorld as createReal, type WorldSettings } from '../../../src/adapters/world.ts';
import type { World } from '../../../src/app/world.ts';
import { ReimageLab } from '../../app/reimage/lab.ts';
import { addPod } from '../../fakes/cluster/model.ts';

/** The lab, with what LAB_TROUBLE says going wrong; what it came to is in lab.json when the process ends. Waiting takes its time. */
export function createWorld(settings: WorldSettings): World {
  const lab = new ReimageLab(createReal(settings));
  const trouble = process.env.LAB_TROUBLE;
  if (trouble === 'stubborn') lab.stubborn.add('lenovo2');
  if (trouble === 'budget') {
    addPod(lab.cluster, 'web', 'lenovo2', { node: 'lenovo2', labels: { app: 'web' } });
    lab.cluster.budgets.push({ namespace: 'default', name: 'web', selector: { app: 'web' }, wanted: 1 });
  }
  process.on('exit', () => {
    const cordoned = lab.cluster.nodes.filter((node) => node.cordoned).map(({ name }) => name);
    const armed = [...lab.gate.armed.keys()];
    writeFileSync('lab.json', JSON.stringify({ armed, cordoned, done: lab.done }));
  });
  return {
    ...lab.world,
    wait: async (milliseconds, signal) => {
      await lab.world.wait(milliseconds, signal);
      await sleep(20, undefined, signal === undefined ? {} : { signal });
    },
  };
}
