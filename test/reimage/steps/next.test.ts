import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlannedNode, ReimagePlan } from '../../../src/reimage/plan/plan.ts';
import { newRun, next } from '../../../src/reimage/steps/next.ts';
import type { NodeRun, ReimageRun, RunAction, RunEvent } from '../../../src/reimage/steps/run.ts';
import type { Step } from '../../../src/reimage/steps/step.ts';
import { stepsOf } from '../../../src/reimage/steps/stepsOf.ts';
import type { Digest } from '../../../src/shared/digest.ts';

const digest = '0'.repeat(64) as Digest;

function planned(name: string, changes: Partial<PlannedNode> = {}): PlannedNode {
  return {
    name,
    hostname: `${name}.lab.example`,
    role: 'server',
    variant: 'join',
    kubernetesName: name,
    member: `${name}-1`,
    alive: true,
    disk: { device: '/dev/disk/by-id/one', proof: 'seen' },
    keeps: [],
    loses: [],
    power: ['ssh'],
    wanted: digest,
    because: 'asked for',
    ...changes,
  };
}

const agent = (name: string) => {
  const { member: _member, ...rest } = planned(name, { role: 'agent', variant: 'agent' });
  return rest;
};

function plan(nodes: readonly PlannedNode[], agentsAtATime = 2): ReimagePlan {
  return {
    schemaVersion: 1,
    site: 'lab',
    release: digest,
    nodes,
    agentsAtATime,
    drain: { deleteEmptyDirData: false, force: false, timeoutSeconds: 300 },
    refusals: [],
    warnings: [],
  };
}

const doing = (actions: readonly RunAction[]) =>
  actions.flatMap((action) =>
    action.kind === 'do' ? [`${action.hostname.split('.')[0]} ${action.step}`] : [],
  );
const nodeOf = (run: ReimageRun, name: string): NodeRun => {
  const found = run.nodes.find(({ hostname }) => hostname.startsWith(`${name}.`));
  if (found === undefined) throw new Error(name);
  return found;
};

/** Plays events, and answers the run with what the last one asked for. */
function play(run: ReimageRun, ...events: RunEvent[]) {
  let current = run;
  let actions: readonly RunAction[] = [];
  for (const event of events) ({ run: current, actions } = next(current, event));
  return { run: current, actions };
}

/** A node's success up to a step, that step included. */
const upTo = (node: PlannedNode, last: Step): RunEvent[] => {
  const own = stepsOf(node);
  return own
    .slice(0, own.indexOf(last) + 1)
    .map((step) => ({ kind: 'succeeded', hostname: node.hostname, step }));
};

describe('a rolling reimage', () => {
  test('takes servers one at a time, and a server alone', () => {
    const nodes = [planned('a'), planned('b'), agent('c')];
    const started = next(newRun('1', plan(nodes)), { kind: 'start' });
    expect(doing(started.actions)).toEqual(['a prove']);
    const [a = planned('a')] = nodes;
    const after = play(started.run, ...upTo(a, 'uncordon'));
    expect(doing(after.actions)).toEqual(['b prove']);
  });

  test('takes agents several at a time', () => {
    const nodes = ['a', 'b', 'c'].map(agent);
    const started = next(newRun('1', plan(nodes)), { kind: 'start' });
    expect(doing(started.actions)).toEqual(['a prove', 'b prove']);
  });

  test('leaves out what a node has no need of', () => {
    expect(stepsOf(planned('a', { variant: 'bootstrap' }))).toEqual([
      'prove',
      'arm',
      'netboot',
      'install',
      'firstBoot',
      'ready',
      'verify',
      'uncordon',
    ]);
    expect(stepsOf(agent('a'))).not.toContain('removeMember');
    const {
      kubernetesName: _name,
      member: _member,
      ...none
    } = planned('a', { role: 'none', variant: 'none' });
    expect(stepsOf(none)).toEqual(['prove', 'arm', 'netboot', 'install', 'firstBoot', 'ready', 'verify']);
  });
});

describe('a failure', () => {
  test('starts nobody else, disarms, and stops', () => {
    const [a, b] = [planned('a'), planned('b')];
    const { run } = play(newRun('1', plan([a, b])), { kind: 'start' }, ...upTo(a, 'netboot'));
    const failed = next(run, { kind: 'failed', hostname: a.hostname, step: 'install', problem: 'no DHCP' });
    expect(failed.actions).toEqual([{ kind: 'disarm', hostname: a.hostname }]);
    expect(failed.run.phase).toBe('finishing');
    const stopped = next(failed.run, { kind: 'disarmed', hostname: a.hostname });
    expect(stopped).toMatchObject({ run: { phase: 'stopped' }, actions: [] });
    expect(nodeOf(stopped.run, 'a')).toMatchObject({ status: 'failed', step: 'install', problem: 'no DHCP' });
    expect(nodeOf(stopped.run, 'b')).toMatchObject({ status: 'waiting', step: 'prove' });
    // It has to be armed anew, and it goes before those that wait.
    expect(doing(next(stopped.run, { kind: 'resume' }).actions)).toEqual(['a arm']);
  });

  test('lets agents that cannot go back come to their end, and holds the others', () => {
    const [a, b, c] = [agent('a'), agent('b'), agent('c')];
    const { run } = play(
      newRun('1', plan([a, b, c], 3)),
      { kind: 'start' },
      ...upTo(a, 'cordon'),
      ...upTo(b, 'deleteNode'),
      ...upTo(c, 'cordon'),
      { kind: 'failed', hostname: a.hostname, step: 'drain', problem: 'a PodDisruptionBudget' },
    );
    const later = play(run, { kind: 'succeeded', hostname: c.hostname, step: 'drain' });
    expect(nodeOf(later.run, 'c')).toMatchObject({ status: 'waiting', step: 'deleteNode', cordoned: true });
    expect(later.actions).toEqual([]);
    const on = next(later.run, { kind: 'succeeded', hostname: b.hostname, step: 'arm' });
    expect(doing(on.actions)).toEqual(['b netboot']);
  });

  test('of a node that goes away after it was stopped is no failure', () => {
    const a = planned('a');
    const { run } = play(newRun('1', plan([a])), { kind: 'start' }, ...upTo(a, 'install'), { kind: 'stop' });
    const ended = play(
      run,
      { kind: 'failed', hostname: a.hostname, step: 'firstBoot', problem: 'stopped' },
      { kind: 'disarmed', hostname: a.hostname },
    );
    expect(ended.run.phase).toBe('stopped');
    // Its installer goes on without anybody: it is only waited for.
    expect(doing(next(ended.run, { kind: 'resume' }).actions)).toEqual(['a firstBoot']);
  });
});

describe('a node that was disarmed since its runner died', () => {
  const a = planned('a');
  const dead = (last: Step) => play(newRun('1', plan([a])), { kind: 'start' }, ...upTo(a, last)).run;
  const failed = (step: Step): RunEvent => ({
    kind: 'failed',
    hostname: a.hostname,
    step,
    problem: 'it is not armed any more',
    foundDisarmed: true,
  });

  test.each<[Step, Step]>([
    ['netboot', 'arm'],
    ['install', 'netboot'],
  ])('at %s is armed again by one resume, once', (step, last) => {
    const resumed = next(dead(last), { kind: 'resume' });
    expect(doing(resumed.actions)).toEqual([`a ${step}`]);
    const again = next(resumed.run, failed(step));
    expect(doing(again.actions)).toEqual(['a arm']);
    expect(again.run).toMatchObject({ phase: 'running', nodes: [{ status: 'running', armed: true }] });
    const later = play(
      again.run,
      { kind: 'succeeded', hostname: a.hostname, step: 'arm' },
      failed('netboot'),
    );
    expect(later.run).toMatchObject({ phase: 'finishing', nodes: [{ status: 'failed', step: 'netboot' }] });
    expect(doing(later.actions)).toEqual([]);
  });

  test('is not where nobody resumed, where it came further, and where the run stops', () => {
    expect(next(dead('arm'), failed('netboot')).run.phase).toBe('finishing');
    const further = play(dead('arm'), { kind: 'resume' }, ...upTo(a, 'netboot').slice(-1), failed('install'));
    expect(further.run.phase).toBe('finishing');
    const stopped = play(dead('arm'), { kind: 'resume' }, { kind: 'stop' }, failed('netboot'));
    expect(stopped.actions).toEqual([{ kind: 'disarm', hostname: a.hostname }]);
    expect(nodeOf(stopped.run, 'a')).toEqual(expect.not.objectContaining({ resumed: true }));
  });
});

describe('an abort', () => {
  test('disarms, and lets pods come again to a node that is still there', () => {
    const a = planned('a');
    const { run } = play(newRun('1', plan([a])), { kind: 'start' }, ...upTo(a, 'cordon'), { kind: 'abort' });
    const ended = next(run, { kind: 'failed', hostname: a.hostname, step: 'drain', problem: 'stopped' });
    expect(ended.actions).toEqual([{ kind: 'uncordon', hostname: a.hostname }]);
    expect(next(ended.run, { kind: 'uncordoned', hostname: a.hostname }).run).toMatchObject({
      phase: 'aborted',
      nodes: [{ status: 'out' }],
    });
  });
});

/** What a history may do: each choice is what becomes of an action that was asked for, or a word of the operator. */
const choices = fc.array(
  fc.record({
    what: fc.oneof(
      { weight: 20, arbitrary: fc.constant('succeed' as const) },
      { weight: 2, arbitrary: fc.constantFrom('fail' as const, 'disarmed' as const, 'die' as const) },
      { weight: 1, arbitrary: fc.constantFrom('stop' as const, 'resume' as const, 'abort' as const) },
    ),
    which: fc.nat(9),
  }),
  { maxLength: 200 },
);
const someNodes = fc
  .array(fc.constantFrom('server' as const, 'agent' as const), { minLength: 1, maxLength: 6 })
  .map((roles) =>
    roles.map((role, index) => (role === 'server' ? planned(`n${index}`) : agent(`n${index}`))),
  );

/** Carries out what is asked for, as a history says, and looks at each state. */
class World {
  run: ReimageRun;
  pending: RunAction[] = [];

  constructor(made: ReimagePlan) {
    this.run = newRun('1', made);
    this.#hear({ kind: 'start' });
  }

  step(what: 'succeed' | 'fail' | 'disarmed' | 'die' | 'stop' | 'resume' | 'abort', which: number): void {
    // A runner that dies leaves the run, and nothing that it had under way.
    if (what === 'die') {
      this.pending = [];
      this.#hear({ kind: 'resume' });
    } else if (what === 'resume') {
      if (this.run.phase === 'stopped') this.#hear({ kind: what });
    } else if (what === 'stop' || what === 'abort') this.#hear({ kind: what });
    else this.#answer(what, which);
  }

  #answer(what: 'succeed' | 'fail' | 'disarmed', which: number): void {
    const action = this.pending[which % Math.max(1, this.pending.length)];
    if (action === undefined) return;
    this.pending = this.pending.filter((each) => each !== action);
    const { hostname } = action;
    if (action.kind === 'disarm') this.#hear({ kind: 'disarmed', hostname });
    else if (action.kind === 'uncordon') this.#hear({ kind: 'uncordoned', hostname });
    else if (action.kind === 'cancel') this.#cancel(hostname);
    else if (what === 'succeed') this.#hear({ kind: 'succeeded', hostname, step: action.step });
    else if (what === 'fail') this.#hear({ kind: 'failed', hostname, step: action.step, problem: 'x' });
    else this.#hear({ kind: 'failed', hostname, step: action.step, problem: 'x', foundDisarmed: true });
  }

  #cancel(hostname: string): void {
    const under = this.pending.find((each) => each.kind === 'do' && each.hostname === hostname);
    if (under?.kind !== 'do') return;
    this.pending = this.pending.filter((each) => each !== under);
    this.#hear({ kind: 'failed', hostname, step: under.step, problem: 'cancelled' });
  }

  #hear(event: RunEvent): void {
    const { run, actions } = next(this.run, event);
    this.run = run;
    for (const action of actions) {
      const same = JSON.stringify(action);
      if (!this.pending.some((each) => JSON.stringify(each) === same)) this.pending.push(action);
    }
    this.#look();
  }

  #look(): void {
    const roles = new Map(this.run.plan.nodes.map(({ hostname, role }) => [hostname, role]));
    const running = this.run.nodes.filter(({ status }) => status === 'running');
    const servers = running.filter(({ hostname }) => roles.get(hostname) === 'server');
    expect(servers.length).toBeLessThanOrEqual(1);
    if (servers.length === 1) expect(running.length).toBe(1);
    expect(running.length).toBeLessThanOrEqual(Math.max(1, this.run.plan.agentsAtATime));
    const out = this.run.nodes.filter(
      (node) =>
        roles.get(node.hostname) === 'server' &&
        !['prove', 'cordon', 'drain'].includes(node.step) &&
        !['done'].includes(node.status),
    );
    expect(out.length).toBeLessThanOrEqual(1);
    for (const action of this.pending) {
      if (action.kind !== 'do') continue;
      expect(this.run.nodes).toContainEqual(
        expect.objectContaining({ hostname: action.hostname, status: 'running', step: action.step }),
      );
      if (action.step === 'netboot' || action.step === 'install')
        expect(this.run.nodes.find(({ hostname }) => hostname === action.hostname)?.armed).toBe(true);
    }
    if (['stopped', 'aborted', 'done'].includes(this.run.phase)) {
      expect(this.run.nodes.filter(({ armed }) => armed)).toEqual([]);
      expect(this.pending.filter(({ kind }) => kind === 'do')).toEqual([]);
    }
  }
}

test('whatever happens, in thousands of histories, the run stays safe and comes to its end', () => {
  fc.assert(
    fc.property(someNodes, fc.integer({ min: 1, max: 3 }), choices, (nodes, agentsAtATime, history) => {
      const world = new World(plan(nodes, agentsAtATime));
      for (const { what, which } of history) world.step(what, which);
      // From wherever it came to, it can be brought to an end.
      for (let turn = 0; turn < 500 && !['done', 'aborted'].includes(world.run.phase); turn++) {
        if (world.pending.length > 0) world.step('succeed', 0);
        else world.step(world.run.phase === 'stopped' ? 'resume' : 'die', 0);
      }
      expect(['done', 'aborted']).toContain(world.run.phase);
    }),
    { numRuns: 2000 },
  );
});
