import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { siteDiagram } from '../../src/report/mermaid.ts';
import { progressLine } from '../../src/report/progress.ts';
import { table } from '../../src/report/table.ts';
import { visible } from '../../src/report/visible.ts';
import { hostileText, unsafe } from './sample.ts';

describe('tables', () => {
  test('align their columns, whatever the width of characters and colours', () => {
    expect(
      table(
        ['A', 'B'],
        [
          ['名前', 'x'],
          ['y', { text: 'z', paint: (text) => `<${text}>` }],
        ],
      ),
    ).toBe('A      B\n名前   x\ny      <z>\n');
  });

  test('have one line a row, safe to print', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostileText, hostileText), { maxLength: 5 }), (rows) => {
        const lines = table(['A', 'B'], rows).split('\n');
        expect(lines).toHaveLength(rows.length + 2);
        for (const line of lines) expect(line).not.toMatch(unsafe);
        for (const [index, [, last]] of rows.entries()) {
          expect(lines[index + 1]).toContain(visible(last).trimEnd());
        }
      }),
    );
  });
});

describe('progress', () => {
  test('shows work, share, time and what it is at', () => {
    const progress = { work: 'translating', done: 500, total: 1000, current: 'lenovo7', milliseconds: 4200 };
    expect(progressLine(progress, 80, false)).toBe(
      'translating  ━━━━━━━━━━──────────  500/1000  4.2 s  lenovo7',
    );
    expect(progressLine(progress, 53, false)).toBe('translating  ━━━━━━━━━━──────────  500/1000  4.2 s  l');
    expect(progressLine({ work: 'reading', done: 3, milliseconds: 100 }, 80, false)).toBe(
      'reading  3  0.1 s',
    );
    expect(progressLine({ ...progress, total: 0, done: 0 }, 80, true)).toContain(
      '\x1b[32m━━━━━━━━━━━━━━━━━━━━\x1b[39m',
    );
  });

  test('is never wider than the terminal', () => {
    fc.assert(
      fc.property(
        hostileText,
        hostileText,
        fc.nat(20),
        fc.option(fc.nat(20), { nil: undefined }),
        fc.integer({ min: 0, max: 100 }),
        (work, current, done, total, width) => {
          const line = progressLine(
            { work, done, current, milliseconds: 0, ...(total === undefined ? {} : { total }) },
            width,
            false,
          );
          expect(stringWidth(line)).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(unsafe);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the diagram of a site', () => {
  const nodes = [
    { hostname: 'lenovo1.lab', role: 'server', address: '192.168.26.11' },
    { hostname: 'nas.lab', role: 'none', address: 'dhcp' },
  ];

  test('has the router and its nodes by role', () => {
    expect(siteDiagram('192.168.26.1', nodes)).toBe(`flowchart LR
  router["router<br>192.168.26.1"]
  subgraph g0["servers"]
    n0["lenovo1.lab<br>192.168.26.11"]
  end
  subgraph g1["without K3s"]
    n1["nas.lab<br>dhcp"]
  end
  router --> g0
  router --> g1
`);
  });

  test('is left out when it would be too large', () => {
    expect(siteDiagram('r', Array(31).fill(nodes[0]))).toBeUndefined();
  });

  test('keeps its structure, whatever the names', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (hostname, address) => {
        const lines = siteDiagram('r', [{ hostname, role: 'server', address }])?.split('\n');
        expect(lines).toHaveLength(7);
        expect(lines?.[3]).toMatch(/^ {4}n0\["[A-Za-z0-9 ./_?-]*<br>[A-Za-z0-9 ./_?-]*"\]$/);
      }),
    );
  });
});
