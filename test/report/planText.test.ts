import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NodePlan, ReleasePlan } from '../../src/release/plan/plan.ts';
import { planJson, planText } from '../../src/report/planText.ts';
import { type Digest, sha256 } from '../../src/shared/digest.ts';
import { hostileText, unsafe } from './sample.ts';

const digest = (digit: string) => digit.repeat(64) as Digest;

const node = (name: string, more: Partial<NodePlan>): NodePlan => ({
  hostname: `${name}.lab`,
  name,
  role: 'server',
  address: '192.168.26.11',
  change: 'unchanged',
  before: digest('a'),
  after: digest('a'),
  newHardware: false,
  reasons: [],
  risks: [],
  ...more,
});

const plan: ReleasePlan = {
  schemaVersion: 1,
  from: digest('1'),
  to: digest('2'),
  nodes: [
    node('lenovo1', {}),
    node('lenovo2', {
      change: 'reimage',
      after: digest('b'),
      reasons: [{ about: 'configuration', text: 'file /etc/hostname: contents' }],
      diff: '@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n',
    }),
    node('lenovo10', {
      change: 'dataAtRisk',
      after: digest('c'),
      newHardware: true,
      risks: ['/dev/x would be erased (wipe: true)'],
      reasons: [{ about: 'disk', text: 'install disk: /dev/a → /dev/b' }],
    }),
  ],
  site: [{ about: 'siteFile', text: 'boot.ipxe changed' }],
  counts: { unchanged: 1, reimage: 1, dataAtRisk: 1, added: 0, removed: 0 },
};

describe('plans', () => {
  test('tell of each node, why, what is at risk, and the sum', () => {
    expect(
      planText(plan, { colour: false }),
    ).toBe(`NODE           ROLE     ADDRESS         DIGEST         CHANGE
lenovo1.lab    server   192.168.26.11   aaaaaaaaaaaa   no change
lenovo2.lab    server   192.168.26.11   bbbbbbbbbbbb   reimage needed
lenovo10.lab   server   192.168.26.11   cccccccccccc   data at risk

lenovo2.lab  reimage needed
    file /etc/hostname: contents
      @@ -1,3 +1,3 @@
       a
      -b
      +B
       c

lenovo10.lab  data at risk
    ! /dev/x would be erased (wipe: true)
    ! another machine goes by this name now
    install disk: /dev/a → /dev/b

site
    boot.ipxe changed

3 nodes: 1 data at risk, 1 reimage needed, 1 no change · release 111111111111 → 222222222222
`);
  });

  test('leave out the differences when asked, and colour them when there is colour', () => {
    expect(planText(plan, { colour: false, diffs: false })).not.toContain('@@');
    expect(planText(plan, { colour: true })).toContain('\x1b[32m+B\x1b[39m');
  });

  test('name the first release and the same one', () => {
    const { from: _from, ...first } = plan;
    expect(planText({ ...first, nodes: [] }, { colour: false })).toContain('first release 222222222222\n');
    expect(planText({ ...plan, from: plan.to }, { colour: false })).toContain('same release 222222222222\n');
  });

  test('are JSON that is the plan itself', () => {
    expect(JSON.parse(planJson(plan))).toEqual(plan);
  });

  test('cannot drive a terminal, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 6, maxLength: 6 }), (texts) => {
        const [hostname = '', role = '', address = '', reason = '', risk = '', diff = ''] = texts;
        const hostile = node('x', {
          hostname,
          role,
          address,
          change: 'dataAtRisk',
          reasons: [{ about: 'mac', text: reason }],
          risks: [risk],
          diff,
          after: sha256(hostname),
        });
        const all = { ...plan, nodes: [hostile], site: [{ about: 'router' as const, text: reason }] };
        for (const text of [planText(all, { colour: false }), planJson(all)]) {
          for (const line of text.split('\n')) expect(line).not.toMatch(unsafe);
        }
        expect(JSON.parse(planJson(all))).toEqual(all);
      }),
      { numRuns: 300 },
    );
  });
});
