import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NodePlan, ReleasePlan } from '../../src/release/plan/plan.ts';
import { driftIssueText } from '../../src/report/driftIssue.ts';
import { planComment } from '../../src/report/planComment.ts';
import type { Digest } from '../../src/shared/digest.ts';
import { duplicateAddress, hostileText, unsafe } from './sample.ts';

const digest = 'd'.repeat(64) as Digest;
const run = 'https://github.com/lerenn/lab/actions/runs/1';
const room = 65_000;

function node(hostname: string, more: Partial<NodePlan> = {}): NodePlan {
  return {
    hostname,
    name: hostname,
    role: 'server',
    address: 'dhcp',
    change: 'reimage',
    newHardware: false,
    reasons: [{ about: 'configuration', text: 'kernel arguments: +quiet' }],
    risks: [],
    diff: '@@ -1 +1 @@\n-a\n+b\n',
    ...more,
  };
}

function planOf(nodes: readonly NodePlan[]): ReleasePlan {
  const counts = { unchanged: 0, reimage: nodes.length, dataAtRisk: 0, added: 0, removed: 0 };
  return { schemaVersion: 1, to: digest, nodes, site: [], counts };
}

function comment(nodes: readonly NodePlan[], most = room): string {
  const site = { name: 'lab', release: digest, plan: planOf(nodes), findings: [duplicateAddress] };
  return planComment({ sites: [site], run, room: most });
}

describe('the comment of a plan', () => {
  test('has what becomes of each node, the worst first, and the differences folded', () => {
    const text = comment([
      node('one.lab', { change: 'unchanged', reasons: [], diff: '' }),
      node('two.lab', { change: 'dataAtRisk', risks: ['/dev/x is wiped'] }),
    ]);
    expect(text).toContain(
      '| <code>two.lab</code> | **⚠️ data at risk**<br>/dev/x is wiped | kernel arguments: +quiet |\n| <code>one.lab</code> | no change |  |\n',
    );
    expect(text).toContain('<details><summary>What changes on <code>two.lab</code></summary>\n\n```diff\n@@');
  });

  test('is never longer than there is room for, and says what it leaves out', () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      node(`node-${index}.lab`, { diff: `+${'x'.repeat(index * 10)}\n` }),
    );
    for (const most of [room, 20_000, 3_000, 300]) {
      const text = comment(many, most);
      expect(text.length).toBeLessThanOrEqual(most);
      expect(text).toMatch(/more (?:node|diff)s: the run has all of them|longer than a comment may be/);
    }
    expect(comment(many.slice(0, 400))).toContain('more diffs: the run has all of them');
    expect(comment([node('big.lab', { diff: 'x'.repeat(70_000) })])).toContain('1 more diff:');
  });

  test('shows hostile values, and they do nothing', () => {
    const nasty = '`@lerenn` <img src=x onerror=alert(1)> </details> --> ``` [x](http://evil.example) | $x$';
    const text = comment([
      node(nasty, {
        risks: [nasty],
        reasons: [{ about: 'name', text: nasty }],
        diff: `+${nasty}\n+\`\`\`\`\n`,
      }),
    ]);
    const fence = /\n(`{5,})diff\n/.exec(text)?.[1] ?? 'none';
    const outside = text.split(new RegExp(`\n${fence}(?:diff)?\n`));
    expect(outside).toHaveLength(3);
    const around = `${outside[0]}${outside[2]}`;
    expect(around).not.toMatch(/<img|\]\((?!https:\/\/github\.com\/lerenn)|`|-->|@lerenn|\$/);
    expect(around.match(/<\/details>/g)).toHaveLength(1);
  });

  test('keeps its table, whatever the inventory holds', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (name, reason) => {
        const text = comment([node(name, { reasons: [{ about: 'name', text: reason }], risks: [reason] })]);
        const rows = text.split('\n').filter((line) => line.startsWith('|'));
        expect(rows).toHaveLength(3);
        for (const row of rows) expect(row.split('|')).toHaveLength(5);
        for (const line of text.split('\n')) expect(line).not.toMatch(unsafe);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the issue of what differs', () => {
  const drift = (count: number) => ({
    site: 'lab',
    problems: ['the inventory says something else'],
    nodes: Array.from({ length: count }, (_, index) => ({
      hostname: `node-${index}|@lerenn`,
      why: 'it runs another generation <b>',
      differs: true,
    })),
  });

  test('lists the nodes, and nothing in it does anything', () => {
    const text = driftIssueText({ sites: [drift(1)], run, room });
    expect(text).toContain('## lab\n\n- the inventory says something else\n\n| Node | What differs |\n');
    expect(text).not.toMatch(/@lerenn|<b>|0\|@/);
  });

  test('is never longer than there is room for', () => {
    for (const most of [room, 2000, 100]) {
      expect(driftIssueText({ sites: [drift(5000)], run, room: most }).length).toBeLessThanOrEqual(most);
    }
  });

  test('says when nothing differs any more', () => {
    const well = { site: 'lab', problems: [], nodes: [] };
    expect(driftIssueText({ sites: [well], run, room })).toBe(
      `Everything is as the inventory says again, says [this run](${run}).\n`,
    );
  });
});
