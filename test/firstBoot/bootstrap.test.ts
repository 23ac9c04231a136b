import { describe, expect, test } from 'vitest';
import { useLab } from './lab/lab.ts';
import { nodes } from './lab/site.ts';

const useServer1 = useLab(nodes.server1);

describe('the first server', () => {
  test('founds a cluster', async (context) => {
    const lab = await useServer1(context);
    const machine = await lab.machine({ node: 'server1', variant: 'bootstrap' }, context);
    const { units } = await machine.boot();
    console.log(units, machine.folders.root, await lab.heard());
    console.log(machine.lab('k3s/starts'), machine.lab('k3s/installs'), machine.lab('unmodelled'));
    for (const unit of units.keys()) console.log(unit, machine.journal(unit.replace('.service', '')));
    expect(machine.lab('unmodelled')).toEqual([]);
  });
});
