import { describe, expect, test } from 'vitest';
import { ConnectionLost } from '../../../src/ports/remoteShell.ts';
import type { MachineView } from '../../../src/reimage/plan/facts.ts';
import type { PlannedNode, ReimagePlan } from '../../../src/reimage/plan/plan.ts';
import type { GateStory, SiteAccess } from '../../../src/reimage/run/access.ts';
import { carryOut } from '../../../src/reimage/run/carryOut.ts';
import { siteOver } from '../../../src/reimage/run/siteOver.ts';
import { stepLimits } from '../../../src/reimage/steps/limits.ts';
import type { Step } from '../../../src/reimage/steps/step.ts';
import type { Digest } from '../../../src/shared/digest.ts';
import { Failure } from '../../../src/shared/failure.ts';
import { modelAccess } from './model/access.ts';
import { ModelWorld, newDigest, oldDigest, release } from './model/world.ts';

const node: PlannedNode = {
  name: 's0',
  hostname: 's0',
  role: 'server',
  variant: 'join',
  kubernetesName: 's0',
  member: 's0',
  alive: true,
  disk: { device: '/dev/disk/by-id/one', proof: 'seen', serial: 'S1' },
  keeps: [],
  loses: [],
  power: ['model'],
  running: oldDigest,
  wanted: newDigest,
  because: 'asked for',
};

const plan: ReimagePlan = {
  schemaVersion: 1,
  site: 'lab',
  release,
  nodes: [node],
  agentsAtATime: 1,
  drain: { deleteEmptyDirData: false, force: false, timeoutSeconds: 20 },
  refusals: [],
  warnings: [],
};

/** A site of three servers and an agent; `changes` replaces what one of its parts answers. */
function siteOf(changes: (access: SiteAccess, world: ModelWorld) => Partial<SiteAccess> = () => ({})) {
  const world = new ModelWorld(3, 1);
  const done: string[] = [];
  const plain = modelAccess(
    world,
    async (what, act) => {
      done.push(what);
      return act();
    },
    () => false,
  );
  const seen = {
    answers: true,
    disks: [{ device: '/dev/sda', links: [node.disk?.device ?? ''], serial: 'S1', size: 1, root: true }],
  };
  const usual: SiteAccess = { ...plain, machine: async () => seen };
  const access = { ...usual, ...changes(usual, world) };
  /** What a step came to: why it failed, or undefined; time goes by as it needs. */
  const failure = async (step: Step, changed: Partial<PlannedNode> = {}) => {
    let over = false;
    const task = {
      plan,
      node: { ...node, ...changed },
      step,
      limit: stepLimits(plan.drain)[step],
      signal: new AbortController().signal,
      tell: () => {},
      confirm: async () => {},
    };
    const tools = {
      site: siteOver(access),
      keep: async () => {},
      now: () => world.time.now,
      clock: () => world.time.now / 1000,
      wait: world.time.wait,
    };
    const result = carryOut(task, tools).finally(() => {
      over = true;
    });
    await world.time.until(() => over, 10_000_000);
    return result;
  };
  const run = async (step: Step, changed: Partial<PlannedNode> = {}): Promise<string | undefined> =>
    (await failure(step, changed))?.problem;
  return { world, done, run, failure };
}

const tells = (story: Partial<GateStory>) => (access: SiteAccess) => ({
  gate: { ...access.gate, story: async () => ({ armed: undefined, since: undefined, ...story }) },
});

const moments = (...kinds: string[]) => kinds.map((kind) => ({ kind, text: '' }));

describe('prove', () => {
  test('changes nothing', async () => {
    const { run, done } = siteOf();
    expect(await run('prove')).toBeUndefined();
    expect(done).toEqual(['release', 'story', 'read', 'probe']);
  });

  test.each<[string, (access: SiteAccess) => Partial<SiteAccess>, RegExp]>([
    ['another release', () => ({ release: async () => 'b'.repeat(64) as Digest }), /serves another release/],
    [
      'no answer',
      () => ({ machine: async () => ({ answers: false, problem: 'no route' }) }),
      /does not now: no route/,
    ],
    [
      'another disk',
      () => ({
        machine: async () => ({
          answers: true,
          disks: [
            { device: '/dev/sda', links: [node.disk?.device ?? ''], serial: 'S2', size: 1, root: true },
          ],
        }),
      }),
      /another disk than when it was planned/,
    ],
    [
      'no disk',
      () => ({ machine: async () => ({ answers: true, disks: [] }) }),
      /has no disk \/dev\/disk\/by-id\/one any more/,
    ],
    [
      'another machine',
      () => ({
        machine: async () => ({
          answers: true,
          generation: { site: 'lab', hostname: 's1', variant: 'join', digest: oldDigest },
        }),
      }),
      /says that it is s1/,
    ],
    [
      'no power',
      (access) => ({
        power: (...request) => ({
          ...access.power(...request),
          probe: async () => ({ usable: false, detail: 'ipmi: no answer' }),
        }),
      }),
      /nothing can make it boot.*ipmi: no answer/,
    ],
    [
      'no cluster',
      (access) => ({ cluster: { ...access.cluster, read: async () => undefined } }),
      /no other server of the cluster answers now/,
    ],
  ])('refuses %s', async (_what, changes, said) => {
    const { run } = siteOf(changes);
    expect(await run('prove')).toMatch(said);
  });

  test('waits a while for a member that learns, and not for one that is down', async () => {
    const { run, world } = siteOf();
    world.members.set('s1', { healthy: true, learner: true });
    world.time.after(20_000, () => world.members.set('s1', { healthy: true, learner: false }));
    expect(await run('prove')).toBeUndefined();
    world.members.set('s1', { healthy: false, learner: false });
    expect(await run('prove')).toMatch(/etcd would have 1 healthy of 2 members, and needs 2/);
  });

  test('refuses a second server while one is out', async () => {
    const { run, world } = siteOf();
    world.removeMember('s2');
    expect(await run('prove')).toMatch(/s2 is out already/);
  });

  test('refuses a new cluster where one answers', async () => {
    expect(await siteOf().run('prove', { variant: 'bootstrap' })).toMatch(/a second one is never founded/);
  });
});

describe('quorum is asked again, live, before', () => {
  test.each([
    ['removeMember', 'removeMember'],
    ['deleteNode', 'deleteNode'],
    ['arm', 'arm'],
    ['netboot', 'cycle'],
  ] as const)('%s', async (step, change) => {
    const site = siteOf();
    const { world } = site;
    if (step !== 'removeMember') world.members.delete('s0');
    if (step === 'netboot') world.arm('s0', 1e9);
    world.members.set('s2', { healthy: false, learner: false });
    expect(await site.run(step)).toMatch(/needs 2|no other server of the cluster answers now/);
    expect(site.done).not.toContain(change);
    expect(site.done).not.toContain('stopK3s');
    expect(site.done).not.toContain('bootNetworkOnce');
  });

  test('removal, too, where the node is in the way of nobody', async () => {
    const { run, done } = siteOf((_access, world) => {
      world.members.set('s2', { healthy: false, learner: false });
      return {};
    });
    expect(await run('prove', { removal: { macs: [] }, alive: false })).toMatch(/needs 2/);
    expect(done).not.toContain('probe');
  });
});

describe('arm', () => {
  test('leaves a machine alone that is on its way', async () => {
    const armed = { release, digest: newDigest, progress: 'asked' as const };
    const { run, done } = siteOf(tells({ armed, since: moments('armed', 'asked') }));
    expect(await run('arm')).toBeUndefined();
    expect(done).not.toContain('arm');
  });

  test('needs nothing where it was installed after all', async () => {
    const generation = { site: 'lab', hostname: 's0', variant: 'join', digest: newDigest, release };
    const { run, done } = siteOf(() => ({ machine: async () => ({ answers: true, generation }) }));
    expect(await run('arm')).toBeUndefined();
    expect(done).not.toContain('arm');
    // What ran the same before may not have been installed.
    await run('arm', { running: newDigest });
    expect(done).toContain('arm');
  });

  test('takes a node out once more that came back', async () => {
    const { run, done, world } = siteOf();
    expect(await run('arm')).toBeUndefined();
    expect(done.filter((each) => !['story', 'read', 'release'].includes(each))).toEqual([
      'cordon',
      'drain',
      'removeMember',
      'stopK3s',
      'deleteNode',
      'arm',
    ]);
    expect(world.members.has('s0')).toBe(false);
  });
});

describe('netboot', () => {
  const armed = { release, digest: newDigest, progress: 'waiting' as const };

  test('does not restart what is on its way', async () => {
    for (const progress of ['asked', 'fetched'] as const) {
      const { run, done } = siteOf(tells({ armed: { ...armed, progress }, since: [] }));
      expect(await run('netboot')).toBeUndefined();
      expect(done).not.toContain('cycle');
    }
  });

  test('does not restart a server that etcd counts', async () => {
    const { run, done } = siteOf(tells({ armed, since: moments('armed') }));
    expect(await run('netboot')).toMatch(/etcd counts it again/);
    expect(done).not.toContain('cycle');
  });

  test.each([
    [['armed', 'expired'], /the time for which it was armed is up/],
    [['armed', 'disarmed'], /somebody disarmed it/],
    [undefined, /the router restarted/],
  ])('does not restart what would not be installed: %j', async (kinds, said) => {
    const since = kinds === undefined ? undefined : moments(...kinds);
    const { run, done } = siteOf(tells({ since }));
    expect(await run('netboot')).toMatch(said);
    expect(done).not.toContain('cycle');
  });

  test('waits for a machine that cannot be switched, because it may be starting already', async () => {
    const { run, world, done } = siteOf((access, world) => ({
      power: (...request) => ({
        ...access.power(...request),
        cycle: async () => {
          world.restart('s0', true);
          throw new Failure('world', 's0 does not answer');
        },
      }),
    }));
    world.members.delete('s0');
    world.arm('s0', 1e6);
    expect(await run('netboot')).toBeUndefined();
    expect(done.filter((each) => each === 'bootNetworkOnce')).toEqual(['bootNetworkOnce']);
  });

  test('fails with what the power method said, where it does not show up', async () => {
    const { run, world } = siteOf((access) => ({
      power: (...request) => ({
        ...access.power(...request),
        bootNetworkOnce: async () => {
          throw new Failure('world', 'no method works', { next: 'mend one' });
        },
      }),
    }));
    world.members.delete('s0');
    world.arm('s0', 1e6);
    expect(await run('netboot')).toBe('no method works\nmend one');
  });
});

describe.each(['netboot', 'install'] as const)('%s of a node that is not armed any more', (step) => {
  const runs = (digest: Digest | undefined) => (access: SiteAccess) => ({
    ...tells({})(access),
    machine: async (): Promise<MachineView> =>
      digest === undefined
        ? { answers: false, problem: 'no route' }
        : { answers: true, generation: { site: 'lab', hostname: 's1', variant: 'join', digest, release } },
  });

  test('may arm it again where the gate remembers that it was not installed', async () => {
    const { failure, done } = siteOf(tells({ since: moments('armed', 'asked', 'disarmed') }));
    expect(await failure(step)).toEqual({
      problem: 'it is not armed any more: somebody disarmed it\npilotlight reimage --resume arms it again',
      foundDisarmed: true,
    });
    expect(done).not.toContain('cycle');
  });

  test('may where the gate forgot all, and the machine runs what it ran', async () => {
    expect(await siteOf(runs(oldDigest)).failure(step)).toMatchObject({ foundDisarmed: true });
  });

  test.each<[string, Digest | undefined, Partial<PlannedNode>]>([
    ['the machine does not answer: it may be installing itself', undefined, {}],
    ['the machine runs something else than it ran', 'b'.repeat(64) as Digest, {}],
    ['it ran what it is to run', newDigest, { running: newDigest }],
  ])('may not where the gate forgot all, and %s', async (_, digest, changes) => {
    const failed = await siteOf(runs(digest)).failure(step, changes);
    expect(failed?.problem).toContain('the gate knows nothing of it: the router restarted');
    expect(failed?.foundDisarmed).toBeUndefined();
  });

  test('may not where it was disarmed while the step went on', async () => {
    let looks = 0;
    const { failure } = siteOf((access) => ({
      gate: {
        ...access.gate,
        story: async () =>
          looks++ === 0
            ? { armed: { release, digest: newDigest, progress: 'waiting' }, since: moments('armed') }
            : { armed: undefined, since: moments('armed', 'disarmed') },
      },
      power: (node, tell) => ({
        ...access.power(node, tell),
        cycle: async () => {
          throw new Failure('world', 'it does not answer');
        },
      }),
    }));
    const failed = await failure(step, { role: 'none', variant: 'none' });
    expect(failed?.problem).toContain('it is not armed any more: somebody disarmed it');
    expect(failed?.foundDisarmed).toBeUndefined();
  });
});

describe('what is waited for', () => {
  test('says the likely cause when the time is up', async () => {
    const armed = { release, digest: newDigest, progress: 'waiting' as const };
    const { run } = siteOf((access) => ({
      ...tells({ armed, since: moments('armed') })(access),
      likelyCause: async () => 'the router heard nothing of it',
    }));
    expect(await run('install')).toBe(
      'it did not fetch its Ignition within 20 min: the router heard nothing of it',
    );
  });

  test('goes on over connections that break, until its time is up', async () => {
    let broken = 5;
    const { run } = siteOf((access) => ({
      gate: {
        ...access.gate,
        story: async () => {
          if (broken-- > 0) throw new ConnectionLost('it broke');
          return { armed: undefined, since: moments('armed', 'ignition', 'first-boot') };
        },
      },
    }));
    expect(await run('firstBoot')).toBeUndefined();
    broken = Number.POSITIVE_INFINITY;
    expect(await run('firstBoot')).toMatch(/did not boot what was installed within 30 min/);
  });

  test('ready is refused to another generation', async () => {
    const since = [{ kind: 'wrong-generation', text: 'generation=1' }];
    const { run } = siteOf(tells({ since }));
    expect(await run('ready')).toMatch(/something else than it was armed with: generation=1/);
  });

  test('verify tells what is not so', async () => {
    const { run } = siteOf();
    expect(await run('verify')).toBe(
      'it is not what the plan says within 15 min: it has no generation file\nlook at it (journalctl -u k3s on it); then pilotlight reimage --resume',
    );
  });
  test.each([
    [
      'another generation',
      { digest: oldDigest, release },
      /: it runs generation 000000000000, and not 111111111111/,
    ],
    [
      'the same one of another release',
      { digest: newDigest, release: 'b'.repeat(64) as Digest },
      /: it was installed from release bbbbbbbbbbbb/,
    ],
  ])('verify takes no machine that runs %s', async (_what, told, said) => {
    const generation = { site: 'lab', hostname: 's0', variant: 'join', ...told };
    const { run } = siteOf(() => ({ machine: async () => ({ answers: true, generation }) }));
    expect(await run('verify')).toMatch(said);
  });

  test('uncordon lets pods come to it', async () => {
    const { run, world } = siteOf();
    world.nodes.set('s0', { ready: true, cordoned: true });
    expect(await run('uncordon')).toBeUndefined();
    expect(world.nodes.get('s0')).toEqual({ ready: true, cordoned: false });
  });
});
