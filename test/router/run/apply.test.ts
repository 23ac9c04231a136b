import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyRouter } from '../../../src/router/run/apply.ts';
import { rollbackRouter } from '../../../src/router/run/rollback.ts';
import type { Fault } from '../../fakes/memoryRouterSystem.ts';
import { after, before, planWith, requestWith, workshop } from './support.ts';

describe('router apply', () => {
  test('applies, probes over a new connection, reads back, and confirms', async () => {
    const { router, tools } = workshop();
    const outcome = await applyRouter(requestWith(), tools);
    expect(outcome.result).toBe('confirmed');
    expect(outcome.failure).toBeUndefined();
    expect(outcome.probes.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'ssh ok',
      'ports ok',
      'http ok',
      'tftp ok',
    ]);
    expect(router.operations).toEqual([
      'survey',
      'apply',
      'reconnect',
      'survey',
      'survey',
      'confirm',
      'survey',
    ]);
    expect(router.uci).toEqual(after);
  });

  test('does nothing where nothing is to be done', async () => {
    const { router, tools } = workshop();
    const outcome = await applyRouter(requestWith({ planOf: () => planWith({ changes: [] }) }), tools);
    expect(outcome.result).toBe('unchanged');
    expect(router.operations).toEqual(['survey']);
  });

  test('puts files when the configuration is there, and takes it back when that fails', async () => {
    const { router, tools } = workshop();
    const plan = planWith({ files: [{ path: 'cgi-bin/gate', bytes: 1, action: 'upload' }] });
    const outcome = await applyRouter(
      requestWith({
        planOf: () => plan,
        putFiles: async () => {
          expect(router.uci).toEqual(after);
          throw new Error('the stick is full');
        },
      }),
      tools,
    );
    expect(outcome.result).toBe('takenBack');
    expect(outcome.failure?.message).toBe(
      'the stick is full; the router has its old configuration again, read back and compared',
    );
    expect(router.uci).toEqual(before);
  });

  test('a change that cuts the connection comes back by itself, and that is told', async () => {
    const { router, tools } = workshop({ cutMilliseconds: 70_000 });
    const outcome = await applyRouter(requestWith(), tools);
    expect(outcome.result).toBe('takenBack');
    expect(outcome.failure?.message).toMatch(
      /^the connection was lost after the change: .*by itself: it has its old configuration/,
    );
    expect(router.uci).toEqual(before);
    expect(router.confirmed).toBe(false);
  });

  test('a router that stays away is told as such', async () => {
    const { tools } = workshop({ cutMilliseconds: 3_600_000 });
    const outcome = await applyRouter(requestWith(), tools);
    expect(outcome.result).toBe('unknown');
    expect(outcome.failure?.message).toMatch('does not answer any more');
  });

  test('a lost answer to the confirmation is asked for again', async () => {
    const { router, tools } = workshop({ faultOf: (_, name) => (name === 'confirm' ? 'lostAfter' : 'none') });
    expect((await applyRouter(requestWith(), tools)).result).toBe('confirmed');
    expect(router.uci).toEqual(after);
    expect(router.confirmed).toBe(true);
  });

  test.each([
    [
      'http',
      { http: { get: async () => ({ status: 404, bytes: Buffer.alloc(0) }) } },
      /answers with status 404/,
    ],
    [
      'tftp',
      {
        tftp: {
          read: async () => ({ kind: 'refused', bytes: Buffer.alloc(0), problem: 'not found' }) as const,
        },
      },
      /TFTP does not give snponly.efi: not found/,
    ],
  ])('a probe that fails (%s) takes the change back', async (_, broken, message) => {
    const { router, tools } = workshop({}, broken);
    const outcome = await applyRouter(requestWith(), tools);
    expect(outcome.result).toBe('takenBack');
    expect(outcome.failure?.message).toMatch(message);
    expect(outcome.probes.filter(({ state }) => state === 'failed')).toHaveLength(1);
    expect(router.operations).toContain('revert');
    expect(router.uci).toEqual(before);
  });

  test('UDP that does not get here is no failure while the router listens', async () => {
    const silent = { read: async () => ({ kind: 'silence', bytes: Buffer.alloc(0) }) as const };
    const { tools } = workshop({}, { tftp: silent });
    const outcome = await applyRouter(requestWith(), tools);
    expect(outcome.result).toBe('confirmed');
    expect(outcome.probes.at(-1)?.state).toBe('unknown');
    const deaf = workshop({ survey: { udpPorts: [67] } }, { tftp: silent });
    expect((await applyRouter(requestWith(), deaf.tools)).result).toBe('takenBack');
  });

  test('a configuration that is not what was told is taken back', async () => {
    const half = new Map([['dhcp', (after.get('dhcp') ?? '').replace("option filename 'x'", '')]]);
    const { router, tools } = workshop({ after: half });
    const outcome = await applyRouter(requestWith(), tools);
    expect(outcome.failure?.message).toMatch(
      'did not take the configuration as it was told: dhcp.pilotlight_ipxe',
    );
    expect(router.uci).toEqual(before);
  });

  test('is stopped: what is not confirmed is taken back', async () => {
    const controller = new AbortController();
    const { router, tools } = workshop(
      {},
      {
        signal: controller.signal,
        http: {
          get: async (_, options) => {
            controller.abort();
            options?.signal?.throwIfAborted();
            throw new Error('not stopped');
          },
        },
      },
    );
    const outcome = await applyRouter(requestWith(), tools);
    expect(outcome.failure?.message).toMatch('it was stopped before the change was confirmed');
    expect(router.uci).toEqual(before);
  });

  test('whatever fails, the router ends with the old configuration, or with the whole new one that was confirmed', async () => {
    const fault = fc.constantFrom<Fault>('none', 'none', 'none', 'lostBefore', 'lostAfter', 'fails');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { maxLength: 14 }),
        fc.constantFrom(0, 500, 20_000, 59_000, 90_000),
        async (faults, cutMilliseconds) => {
          const { router, tools } = workshop({ cutMilliseconds, faultOf: (n) => faults[n] ?? 'none' });
          const result = await applyRouter(requestWith(), tools).then(
            (outcome) => outcome.result,
            () => 'refused',
          );
          expect(result).not.toBe('unknown');
          expect(router.confirmed).toBe(result === 'confirmed');
          expect(router.uci).toEqual(result === 'confirmed' ? after : before);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('refused, and nothing is changed', () => {
  test.each([
    [
      'a problem',
      {
        planOf: () =>
          planWith({ problems: [{ severity: 'error', message: 'in the way', next: 'Mend it.' }] }),
      },
      {},
      /^in the way; nothing/,
    ],
    [
      'missing packages',
      { planOf: () => planWith({ packages: [{ name: 'uhttpd', why: 'HTTP' }] }) },
      {},
      /lacks uhttpd/,
    ],
    ['another plan', { agreed: planWith({ changes: [] }) }, {}, /has changed since the plan was made/],
    ['staged changes', {}, { staged: "-dhcp.lan\n+network.x='y'\n" }, /somebody changed dhcp/],
    ['a change that waits', {}, { pending: 'another change waits' }, /^another change waits; nothing/],
  ])('%s', async (_, request, survey, message) => {
    const { router, tools } = workshop({ survey });
    await expect(applyRouter(requestWith(request), tools)).rejects.toThrow(message);
    expect(router.uci).toEqual(before);
    expect(router.operations).toEqual(['survey']);
  });

  test('staged changes of other packages do not matter', async () => {
    const { tools } = workshop({ survey: { staged: "network.lan.mtu='9000'\ndhcpx.y='1'\n" } });
    expect((await applyRouter(requestWith(), tools)).result).toBe('confirmed');
  });
});

test('packages are installed when that is allowed, and all is looked at again', async () => {
  const { router, tools } = workshop();
  const missing = planWith({ packages: [{ name: 'uhttpd', why: 'HTTP' }] });
  const planOf = () => (router.operations.includes('installPackages') ? planWith() : missing);
  const outcome = await applyRouter(requestWith({ installPackages: true, agreed: missing, planOf }), tools);
  expect(outcome.installed).toEqual(['uhttpd']);
  expect(router.operations.slice(0, 3)).toEqual(['survey', 'installPackages', 'survey']);
});

describe('router rollback', () => {
  const request = { uciPackages: ['dhcp'], timeoutSeconds: 60 };

  test('puts back what was before the last confirmed change', async () => {
    const { router, tools } = workshop();
    await applyRouter(requestWith(), tools);
    const outcome = await rollbackRouter(request, tools);
    expect(outcome).toMatchObject({ result: 'restored', packages: ['dhcp'] });
    expect(router.uci).toEqual(before);
  });

  test('is taken back itself when the connection does not come back', async () => {
    const { router, tools } = workshop({ cutMilliseconds: 0 });
    await applyRouter(requestWith(), tools);
    const cut = { ...tools, router: { ...router, reconnect: async () => router.wait(90_000) } };
    expect((await rollbackRouter(request, cut)).result).toBe('takenBack');
    expect(router.uci).toEqual(after);
  });

  test('says when there is nothing', async () => {
    await expect(rollbackRouter(request, workshop().tools)).rejects.toThrow('no change of ours is kept');
  });
});
