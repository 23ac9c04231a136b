import { expect, test } from 'vitest';
import type { Variant } from '../../src/inventory/model/node.ts';
import { type CutMachine, cutAtEachStep, type Losing } from './cuts.ts';
import type { Lab } from './lab/lab.ts';
import type { Machine } from './lab/machine.ts';
import { assets, type NodeName, nodes } from './lab/site.ts';
import type { BootOutcome } from './lab/systemd.ts';
import { useLab } from './lab/useLab.ts';

/** What a machine must be like in the end, whatever happened to it. */
export interface CutStory {
  readonly node: NodeName;
  readonly variant: Variant;
  /** Makes the world that it boots in. */
  readonly world: (lab: Lab) => Promise<void>;
  readonly unit: 'k3s.service' | 'k3s-agent.service';
  /** Each start of K3s that is not a mere resumption, once at least and however often. */
  readonly start: string;
  /** The same, where it may happen once only. */
  readonly once: boolean;
  /** What a cut leaves: where two stories have the same steps, each meets them the other way. */
  readonly losing: Losing;
  /** What config.yaml.d says in the end. */
  readonly config: string | undefined;
}

/** Cuts a first boot at each of its steps. */
export function testCuts(story: CutStory): void {
  const useNode = useLab(nodes[story.node]);
  const wanted = { node: story.node, variant: story.variant, token: `nasty'"$token` };

  test('cut at any step, the next boot ends as if nothing had been', {
    timeout: 600_000,
  }, async (context) => {
    const lab = await useNode(context);
    await story.world(lab);
    let steps = 0;
    const look = async ({ machine, step, lost }: CutMachine): Promise<void> => {
      steps = step.number;
      const found = await inTheEnd(lab, machine, await machine.boot(), story);
      expect({ step, lost, ...found }).toEqual({ step, lost, ...expected(story) });
    };
    const whole = await cutAtEachStep(lab, wanted, story.losing, look, context);
    expect(steps).toBeGreaterThan(20);
    expect(new Set(whole.units.values())).toEqual(new Set(['done']));
  });
}

/** What is looked at of a machine. */
async function inTheEnd(lab: Lab, machine: Machine, outcome: BootOutcome, story: CutStory) {
  const starts = machine.lab('k3s/starts');
  const others = starts.filter((line) => !/ resumed /.test(line));
  const { armed } = await lab.view();
  const heard = await lab.heard();
  return {
    troubles: troubles(machine, outcome),
    starts: [...new Set(others)],
    foundedOnce: !story.once || others.length === 1,
    config: machine.text('etc/rancher/k3s/config.yaml.d/50-pilotlight-start.yaml'),
    program: machine.text('var/usrlocal/bin/k3s') === Buffer.from(assets.k3s ?? '').toString(),
    enabled: machine.has(`etc/systemd/system/multi-user.target.wants/${story.unit}`),
    unit: (machine.text(`etc/systemd/system/${story.unit}`) ?? '').includes('ExecStart='),
    labels: new Set(machine.lab('k3s/labels').map((line) => line.split('=')[0])).size,
    armed: armed.length,
    ready: heard.some((event) => event.startsWith('ready generation=')),
    secret: heard.some((event) => event.includes('nasty')),
  };
}

function expected(story: CutStory): Awaited<ReturnType<typeof inTheEnd>> {
  return {
    troubles: [],
    starts: [story.start],
    foundedOnce: true,
    config: story.config,
    program: true,
    enabled: true,
    unit: true,
    labels: 3,
    armed: 0,
    ready: true,
    secret: false,
  };
}

/** What no boot may have: units that did not end well, with what they said, and commands that the models do not know. */
function troubles(machine: Machine, { cut, units }: BootOutcome): string[] {
  const bad = [...units].filter(([, state]) => state !== 'done' && state !== 'skipped');
  const said = bad.map(
    ([name, state]) => `${name} ${state}: ${machine.journal(name.replace('.service', ''))}`,
  );
  return [...said, ...machine.lab('unmodelled'), ...(cut ? ['cut'] : [])];
}
