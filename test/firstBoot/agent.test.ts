import { describe, expect, test } from 'vitest';
import { cutAtName } from './cuts.ts';
import { nodes } from './lab/site.ts';
import { useLab } from './lab/useLab.ts';

const useAgent1 = useLab(nodes.agent1);
const wanted = { node: 'agent1', variant: 'agent' } as const;
const joined = 'agent joined https://server1.lab.example:6443 cluster-init=false';

describe('an agent', () => {
  test.for(['bash', 'busybox ash', 'dash'] as const)('joins (%s)', async (shell, context) => {
    const lab = await useAgent1(context);
    await lab.siblings.are({ '192.168.26.11': { kind: 'answers', ca: lab.ca } });
    const machine = await lab.machine({ ...wanted, shell }, context);
    const { units } = await machine.boot();
    expect(new Set(units.values())).toEqual(new Set(['done']));
    expect(machine.lab('k3s/starts')).toEqual([joined]);
    expect(machine.has('etc/systemd/system/multi-user.target.wants/k3s-agent.service')).toBe(true);
    expect(machine.lab('unmodelled')).toEqual([]);
  });

  test('comes up where K3s fails some times first', async (context) => {
    const lab = await useAgent1(context);
    await lab.siblings.are({ '192.168.26.11': { kind: 'answers', ca: lab.ca } });
    const machine = await lab.machine(wanted, context);
    machine.set('k3s/failStarts', 4);
    await machine.boot();
    expect(machine.lab('k3s/starts')).toEqual([joined]);
    expect((await lab.heard()).at(-1)).toMatch(/^ready /);
  });

  test('comes up though its clock never gets right', async (context) => {
    const lab = await useAgent1(context);
    await lab.siblings.are({ '192.168.26.11': { kind: 'answers', ca: lab.ca } });
    const machine = await lab.machine(wanted, context);
    machine.set('clock', 'no');
    await machine.boot();
    expect(machine.journal('pilotlight-k3s-install')).toContain('the clock is not synchronized; going on');
    expect(machine.lab('k3s/starts')).toEqual([joined]);
  });

  test('is Ready by the word of this boot, not of the one before', async (context) => {
    const lab = await useAgent1(context);
    await lab.siblings.are({ '192.168.26.11': { kind: 'answers', ca: lab.ca } });
    const machine = await cutAtName(lab, wanted, 'k3s labelled', context);
    expect(machine.lab('k3s/labels')).toHaveLength(3);
    machine.set('k3s/readyAfter', 5);
    await machine.boot();
    // All of these had to be asked, though the cluster still called it Ready at first.
    expect(machine.lab('k3s/readyAfter')).toEqual(['0']);
    expect((await lab.heard()).at(-1)).toMatch(/^ready /);
  });
});
