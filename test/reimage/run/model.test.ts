import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlannedNode, ReimagePlan } from '../../../src/reimage/plan/plan.ts';
import { readSlots } from '../../../src/reimage/steps/journal.ts';
import { ModelStorage, Operator } from './model/operator.ts';
import { ModelWorld, newDigest, release } from './model/world.ts';

/** Some nodes, by what is seen of them now. */
function planOf(world: ModelWorld, agentsAtATime: number, isAsked: () => boolean): ReimagePlan {
  const isAlone = [...world.machines.values()].filter(({ role }) => role === 'server').length === 1;
  const nodes = [...world.machines.values()].filter(isAsked).map(
    ({ hostname, role, runs }): PlannedNode => ({
      name: hostname,
      hostname,
      role,
      variant: role === 'agent' ? 'agent' : isAlone ? 'bootstrap' : 'join',
      ...(world.nodes.has(hostname) ? { kubernetesName: hostname } : {}),
      ...(world.members.has(hostname) ? { member: hostname } : {}),
      alive: runs !== 'nothing',
      disk: { device: '/dev/disk/by-id/one', proof: 'unseen' },
      keeps: [],
      loses: [],
      power: ['model'],
      ...(runs === 'nothing' ? {} : { running: runs }),
      wanted: newDigest,
      because: 'asked for',
    }),
  );
  // As plans do: servers that are out come first, agents last.
  const rank = ({ hostname, role }: PlannedNode): number => {
    const isIn = world.nodes.get(hostname)?.ready === true && world.members.get(hostname)?.learner === false;
    return role === 'agent' ? 2 : Number(isIn);
  };
  nodes.sort((one, other) => rank(one) - rank(other));
  const drain = { deleteEmptyDirData: false, force: false, timeoutSeconds: 20 };
  return { schemaVersion: 1, site: 'lab', release, nodes, agentsAtATime, drain, refusals: [], warnings: [] };
}

/** Numbers from 0 up to 1 that a seed decides. */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a history does: operators that come, are told to stop, sleep or are killed, and what goes wrong in the site meanwhile. */
const deeds = [
  'begin',
  'abort',
  'kill',
  'stop',
  'sleep',
  'wake',
  'memberDown',
  'memberUp',
  'router',
  'restart',
  'pass',
] as const;
const histories = fc.record({
  seed: fc.nat(),
  servers: fc.constantFrom(1, 3, 3, 3, 5),
  agents: fc.nat(3),
  agentsAtATime: fc.integer({ min: 1, max: 3 }),
  trouble: fc.constantFrom(0, 0.01, 0.05, 0.15),
  deeds: fc.array(fc.record({ deed: fc.constantFrom(...deeds), seconds: fc.nat(60) }), { maxLength: 12 }),
});

type History = typeof histories extends fc.Arbitrary<infer T> ? T : never;

class Story {
  readonly world: ModelWorld;
  readonly storage = new ModelStorage();
  readonly operators: Operator[] = [];
  readonly #agentsAtATime: number;
  readonly #chance: () => number;
  readonly #trouble: number;
  #down: string | undefined;
  /** Machines start by our doing alone, and the gate forgets nothing. */
  readonly #isCalm: boolean;
  readonly #founds: boolean;
  /** Nothing goes wrong any more. */
  isQuiet = false;

  constructor({ seed, servers, agents, agentsAtATime, trouble, deeds }: History) {
    // Agents of a cluster that is founded anew are not its own any more.
    this.world = new ModelWorld(servers, servers === 1 ? 0 : agents);
    this.world.isRough = trouble > 0;
    this.#isCalm = trouble === 0 && deeds.every(({ deed }) => deed !== 'restart' && deed !== 'router');
    this.#founds = servers === 1;
    this.#chance = chances(seed);
    this.#trouble = trouble;
    this.world.breaks = () => this.#chance() < trouble;
    this.#agentsAtATime = agentsAtATime;
  }

  get last(): Operator | undefined {
    return this.operators.at(-1);
  }

  begin(event: 'resume' | 'abort', trouble = this.#trouble): void {
    const onNap = (sleeper: Operator): void => {
      this.world.time.after(31_000, () => {
        if (!this.isQuiet) this.begin('resume');
      });
      this.world.time.after(this.#chance() * 150_000, () => sleeper.wake());
    };
    const operator = new Operator(this.world, this.storage, { chance: this.#chance, trouble, onNap });
    this.operators.push(operator);
    const isAsked = (): boolean => this.isQuiet || trouble === 0 || this.#chance() < 0.7;
    operator.begin(planOf(this.world, this.#agentsAtATime, isAsked), event);
  }

  do(deed: (typeof deeds)[number]): void {
    if (deed === 'begin' || deed === 'abort') this.begin(deed === 'begin' ? 'resume' : 'abort');
    if (deed === 'kill' || deed === 'stop' || deed === 'sleep') this.last?.[deed]();
    if (deed === 'wake') this.operators.at(Math.floor(this.#chance() * this.operators.length))?.wake();
    if (deed === 'memberDown') this.#memberDown();
    if (deed === 'memberUp') this.memberUp();
    if (deed === 'router') this.world.restartRouter();
    if (deed === 'restart')
      for (const armed of this.world.permissions.keys()) this.world.restart(armed, true);
  }

  /** A server fails by itself. */
  #memberDown(): void {
    const [name, member] =
      [...this.world.members].find(([, { healthy, learner }]) => healthy && !learner) ?? [];
    if (this.#down !== undefined || name === undefined || member === undefined) return;
    this.#down = name;
    member.healthy = false;
  }

  memberUp(): void {
    const member = this.#down === undefined ? undefined : this.world.members.get(this.#down);
    if (member !== undefined) member.healthy = true;
    this.#down = undefined;
  }

  look(): void {
    expect(this.world.mostOut, 'servers out at a time').toBeLessThanOrEqual(1);
    expect(Math.max(0, ...this.world.installations.values()), 'installations by one arm').toBeLessThanOrEqual(
      1,
    );
    const working = this.operators.filter(({ isOver }) => !isOver);
    const [last] = this.operators.filter(({ end }) => end !== undefined).slice(-1);
    if (working.length === 0 && last !== undefined && last === this.last)
      expect([last.end?.left.map(({ hostname }) => hostname), last.armedAtEnd]).toEqual([
        last.armedAtEnd,
        last.armedAtEnd,
      ]);
    expect(this.world.wrongs).toEqual([]);
    if (!this.#founds) expect(this.world.founded).toBe(1);
    if (this.#isCalm)
      expect(this.world.foundedInRun ?? 0, 'clusters founded by one run').toBeLessThanOrEqual(1);
  }
}

async function play(history: History): Promise<Story> {
  const story = new Story(history);
  const { world } = story;
  story.begin('resume');
  for (const { deed, seconds } of history.deeds) {
    const end = world.time.now + seconds * 1000;
    world.time.after(seconds * 1000, () => {});
    await world.time.until(() => world.time.now >= end, seconds * 1000);
    story.do(deed);
    story.look();
  }
  return story;
}

/** Everything is as the plan says: installed, in the cluster, and open to pods. */
function lookAtEnd({ world, last }: Story): void {
  for (const { hostname } of last?.end?.run.nodes ?? []) {
    expect(world.machine(hostname).runs, hostname).toBe(newDigest);
    expect(world.nodes.get(hostname), hostname).toEqual({ ready: true, cordoned: false });
  }
}

/** Nothing goes wrong any more: whoever comes next brings it to its end. */
async function bringToEnd(story: Story): Promise<void> {
  const { world, storage } = story;
  story.isQuiet = true;
  for (const operator of story.operators) operator.kill();
  story.memberUp();
  world.breaks = () => false;
  for (let turn = 0; turn < 9; turn += 1) {
    await world.time.until(() => false, 120_000);
    // A plan may have been overtaken by what happened: it is given up then, and another one made.
    story.begin(turn % 3 === 2 ? 'abort' : 'resume', 0);
    await world.time.until(() => story.last?.isOver === true, 3_600_000);
    story.look();
    expect(story.last?.failure).toBeUndefined();
    const phase = readSlots(storage.slots).kept?.run.phase;
    if (phase === 'done') return lookAtEnd(story);
    expect(['stopped', 'aborted'], JSON.stringify(story.last?.end?.run.nodes)).toContain(phase);
  }
  expect.fail(`not done: ${JSON.stringify(story.last?.end?.run.nodes)}`);
}

describe('a model of a site', () => {
  test('without trouble, all nodes are installed, one after the other', async () => {
    const history: History = { seed: 1, servers: 3, agents: 2, agentsAtATime: 2, trouble: 0, deeds: [] };
    const story = await play(history);
    await story.world.time.until(() => story.last?.isOver === true, 3_600_000);
    expect(story.last?.end).toMatchObject({ run: { phase: 'done' }, left: [] });
    expect([...story.world.machines.values()].map(({ runs }) => runs)).toEqual(Array(5).fill(newDigest));
    expect(story.world.mostOut).toBe(1);
    expect([...story.world.nodes.values()]).toEqual(Array(5).fill({ ready: true, cordoned: false }));
    expect(story.last?.end?.timeLine.map(({ hostname, step }) => `${hostname} ${step}`).slice(0, 13)).toEqual(
      [
        ...['prove', 'cordon', 'drain', 'removeMember', 'deleteNode', 'arm', 'netboot', 'install'],
        ...['firstBoot', 'ready', 'verify', 'uncordon'],
      ]
        .map((step) => `s0 ${step}`)
        .concat('s1 prove'),
    );
  });

  test('whatever happens, it stays safe, and the next one brings it to its end', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const story = await play(history);
        await bringToEnd(story);
        await story.world.time.until(() => false, 600_000);
        story.look();
        expect(story.world.permissions.size, 'armed in the end').toBe(0);
        expect(story.world.hasQuorum()).toBe(true);
      }),
      { numRuns: 700 },
    );
  });
});
