import { describe, expect, test } from 'vitest';
import { hostKey } from './lab/image.ts';
import { nodes } from './lab/site.ts';
import { useLab } from './lab/useLab.ts';

const useServer1 = useLab(nodes.server1);
const wanted = { node: 'server1', variant: 'bootstrap' } as const;

describe('the gate hears', () => {
  test('that a node is up, with its host key, and that it is done, with its generation', async (context) => {
    const lab = await useServer1(context);
    const machine = await lab.machine(wanted, context);
    const { digest, release } = JSON.parse(machine.text('etc/pilotlight/generation.json') ?? '');
    await machine.boot();
    expect(await lab.heard()).toEqual([
      `first-boot unit= text=${hostKey}`,
      `ready generation=${digest} release=${release}`,
    ]);
  });

  test('of it later, where it was deaf at first', async (context) => {
    const lab = await useServer1(context);
    const machine = await lab.machine(wanted, context);
    lab.router.deafFor = 7;
    await machine.boot();
    // Nothing waits for the gate, so what it hears first may be the later.
    const kinds = (await lab.heard()).map((event) => event.split(' ')[0]);
    expect(kinds.toSorted()).toEqual(['first-boot', 'ready']);
  });

  test('of it after a power cut between Ready and the report', async (context) => {
    const lab = await useServer1(context);
    const machine = await lab.machine(wanted, context);
    await machine.boot({
      onEnd: async (unit) => {
        if (unit === 'pilotlight-k3s-install.service') lab.router.stop();
      },
    });
    expect((await lab.heard()).map((event) => event.split(' ')[0])).toEqual(['first-boot']);
    expect(machine.has('var/lib/pilotlight/k3s-installed')).toBe(true);
    await lab.router.start();
    await machine.boot();
    expect((await lab.heard()).map((event) => event.split(' ')[0])).toEqual(['first-boot', 'ready']);
    expect(machine.lab('k3s/installs')).toHaveLength(1);
  });

  test('why K3s does not come up, in its own words but for the token', async (context) => {
    const lab = await useServer1(context);
    const machine = await lab.machine({ ...wanted, token: 'hunter2' }, context);
    machine.set('k3s/failStarts', 1000);
    const { units } = await machine.boot({ attempts: 1 });
    expect(units.get('pilotlight-k3s-install.service')).toBe('failed');
    const failures = (await lab.heard()).filter((event) => event.startsWith('failed '));
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatch(
      /^failed unit=pilotlight-k3s-install\.service text=.*server1\.lab\.example is not Ready after 15 minutes/,
    );
    expect(failures[0]).toContain(
      'level=fatal msg="starting kubernetes: the lab says so, with token [secret]"',
    );
  });

  test.for([
    ['of any characters', `a "b" 'c' \\d $e %41 [f]* &g`],
    ['that is whole', `K10${'0a'.repeat(32)}::server:hunter2-"quoted"`],
    ['that ends like an option', '-n*'],
  ] as const)('no token %s', async ([, token], context) => {
    const lab = await useServer1(context);
    const machine = await lab.machine({ ...wanted, token }, context);
    machine.set('k3s/failInstalls', 1);
    await machine.boot();
    const failure = (await lab.heard()).find((event) => event.startsWith('failed ')) ?? '';
    // The installer wrote its settings.
    expect(failure).toContain('token: "[secret]"');
    expect(failure).toContain('the installer of K3s failed (1)');
    for (const part of [token, JSON.stringify(token).slice(1, -1), 'hunter2'])
      expect(failure).not.toContain(part);
    expect((await lab.heard()).at(-1)).toMatch(/^ready /);
  });

  test('nothing where there is none, and the node comes up', async (context) => {
    const lab = await useServer1(context);
    const machine = await lab.machine(wanted, context);
    machine.write('etc/pilotlight/gate.env', "PILOTLIGHT_GATE=''\n");
    const { units } = await machine.boot();
    expect(new Set(units.values())).toEqual(new Set(['done']));
    expect(await lab.heard()).toEqual([]);
  });
});
