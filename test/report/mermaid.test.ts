import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { siteDiagram } from '../../src/report/mermaid.ts';
import type { ReimageStep } from '../../src/report/reimageReport.ts';
import { timeLineDiagram } from '../../src/report/reimageTimeLine.ts';

type Mermaid = typeof import('mermaid')['default'];
let mermaid: Mermaid;

/** Mermaid's own parser. It cleans labels with a library that needs a page; what is cleaned here is harmless anyway. */
beforeAll(async () => {
  const purify = await import('dompurify' as string);
  Object.assign(purify.default, { addHook: () => {}, sanitize: (text: string) => text });
  mermaid = (await import('mermaid')).default;
});

const hostile = [
  'a"]; click n0 "javascript:alert(1)"',
  '</pre><img src=x>',
  'end',
  '%%{init: {}}%%',
  '`x`',
  'a\nb',
  '#quot;',
  ':::bad',
  'graph --> x',
];

describe('the picture of a site', () => {
  const nodes = (names: readonly string[]) =>
    names.map((name, index) => ({
      hostname: name,
      role: ['server', 'agent', 'none', name][index % 4] ?? '',
      address: name,
      state: { words: name, tone: (['good', 'todo', 'bad'] as const)[index % 3] ?? 'good' },
    }));

  test('has the router, the nodes by role, their addresses and how they are', async () => {
    const text = siteDiagram('192.168.26.1', [
      {
        hostname: 'one.lab',
        role: 'server',
        address: '192.168.26.11',
        state: { words: 'data at risk', tone: 'bad' },
      },
      { hostname: 'two.lab', role: 'none', address: 'dhcp' },
    ]);
    expect(text).toBe(`flowchart LR
  router["router<br>192.168.26.1"]
  subgraph g0["servers"]
    n0["one.lab<br>192.168.26.11<br>data at risk"]:::bad
  end
  subgraph g1["without K3s"]
    n1["two.lab<br>dhcp"]
  end
  router --> g0
  router --> g1
  classDef bad stroke:#cf222e,stroke-width:2px
`);
    expect(await mermaid.parse(text ?? '')).toMatchObject({ diagramType: 'flowchart-v2' });
  });

  test('is a picture for Mermaid, whatever names there are', async () => {
    expect(await mermaid.parse(siteDiagram('x', nodes(hostile)) ?? '')).toBeTruthy();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 6 }),
        async (names) => {
          await mermaid.parse(siteDiagram(names[0] ?? '', nodes(names)) ?? '');
        },
      ),
      { numRuns: 40 },
    );
  });

  test('is none where there are too many nodes to see', () => {
    expect(siteDiagram('x', nodes(Array.from({ length: 31 }, () => 'a')))).toBe(undefined);
  });
});

test('the time line of a reimage is a picture for Mermaid, whatever names there are', async () => {
  const steps = hostile.flatMap((hostname): ReimageStep[] => [
    { hostname, step: 'cordon', startedSeconds: 0.2, seconds: 0.1, problem: undefined },
    { hostname, step: 'drain', startedSeconds: 1, seconds: 90, problem: 'a: b, c' },
  ]);
  const text = timeLineDiagram(steps);
  expect(text).toContain(
    '  section a??? click n0 ?javascript?alert?1??\n  cordoning :done, 0, 1\n  draining :crit, 1, 91\n',
  );
  expect(await mermaid.parse(text)).toMatchObject({ diagramType: 'gantt' });
});
