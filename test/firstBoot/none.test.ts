import { expect, test } from 'vitest';
import { hostKey } from './lab/image.ts';
import { nodes } from './lab/site.ts';
import { useLab } from './lab/useLab.ts';

const usePlain = useLab(nodes.plain);

test.for(['bash', 'busybox ash', 'dash'] as const)(
  'a node without K3s says that it is there (%s)',
  async (shell, context) => {
    const lab = await usePlain(context);
    const machine = await lab.machine({ node: 'plain', variant: 'none', shell }, context);
    const { digest, release } = JSON.parse(machine.text('etc/pilotlight/generation.json') ?? '');
    const { units } = await machine.boot();
    expect(new Set(units.values())).toEqual(new Set(['done']));
    expect(await lab.heard()).toEqual([
      `first-boot unit= text=${hostKey}`,
      `ready generation=${digest} release=${release}`,
    ]);
    expect(lab.router.asked.filter((line) => line.includes('/k3s/'))).toEqual([]);
  },
);
