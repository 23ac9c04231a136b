import { describe, expect, test } from 'vitest';
import {
  checklist,
  checkNames,
  type Examined,
  type RouterCheck,
} from '../../../src/router/check/checklist.ts';
import { readFacts } from '../../../src/router/facts/readFacts.ts';
import type { ProbeName } from '../../../src/router/run/probe/probe.ts';
import { after, planOf, rack } from '../plan/rack.ts';
import { survey } from '../plan/surveys.ts';

const stock = survey();
const ready = after(stock, planOf(stock));

/** A router of which everything is right, but for what is said. */
function examined(more: Partial<Examined> = {}, said = ready): Examined {
  return {
    site: rack,
    facts: readFacts(said, rack.router),
    plan: planOf(said),
    leases: [],
    probes: [],
    gate: { problem: undefined },
    release: { message: 'release 0123456789ab is current', problems: [] },
    ...more,
  };
}

const notOk = (checks: readonly RouterCheck[]) => checks.filter(({ state }) => state !== 'ok');
const failedProbe = (name: ProbeName) => [{ name, state: 'failed', message: `${name} fails` } as const];

describe('checks of a router', () => {
  test('stand in their order, and are fine where all is', () => {
    const checks = checklist(examined());
    expect(checks.map(({ name }) => name)).toEqual(checkNames);
    expect(notOk(checks)).toEqual([]);
  });

  test('of one on which nothing was done, say that it is to be done', () => {
    const wrong = notOk(checklist(examined({ probes: failedProbe('tftp') }, stock)));
    expect(wrong.map(({ name }) => name)).toEqual(['configuration', 'tftp']);
    for (const { problems } of wrong)
      for (const { next } of problems) expect(next).toContain('run `pilotlight router apply`');
  });

  test.each([
    ['services', 'configuration'],
    ['dnsmasq', 'configuration'],
    ['ports', 'configuration'],
    ['tftp', 'tftp'],
    ['http', 'http'],
  ] as const)('a probe of %s that fails is a failure of %s', (probe, name) => {
    expect(notOk(checklist(examined({ probes: failedProbe(probe) })))).toMatchObject([
      {
        name,
        state: 'failed',
        problems: [{ message: `${probe} fails`, next: expect.stringContaining('restart') }],
      },
    ]);
  });

  test('what cannot be told from here is a warning', () => {
    const probes = [{ name: 'tftp', state: 'unknown', message: 'no answer here' }] as const;
    expect(notOk(checklist(examined({ probes })))).toMatchObject([{ name: 'tftp', state: 'warning' }]);
  });

  test('a package that is missing, and a gate that does not answer, are failures', () => {
    const lacking = { ...ready, installed: new Set(['dnsmasq', 'block-mount']) };
    const problem = { severity: 'error', message: 'no answer', next: 'do' } as const;
    const wrong = notOk(checklist(examined({ gate: { problem } }, lacking)));
    expect(wrong).toMatchObject([
      { name: 'packages', problems: [{ next: 'run `pilotlight router apply --install-packages`' }] },
      { name: 'gate', problems: [problem] },
    ]);
  });

  test('without a gate there is nothing to ask', () => {
    expect(notOk(checklist(examined({ gate: undefined })))).toMatchObject([
      { name: 'gate', state: 'skipped' },
    ]);
  });
});
