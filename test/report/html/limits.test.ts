import { beforeAll, expect, test } from 'vitest';
import type { Node } from '../../../src/inventory/model/node.ts';
import type { Site } from '../../../src/inventory/model/site.ts';
import { FileCollection } from '../../../src/report/html/files/collect.ts';
import { releaseReport } from '../../../src/report/html/releaseReport.ts';
import { runReport } from '../../../src/report/html/runReport.ts';
import { finding } from '../../../src/shared/finding.ts';
import { at } from '../sample.ts';
import { labPlan, labSite, releaseSample, runSample } from './sample.ts';

let site: Site;

beforeAll(async () => {
  site = await labSite();
});

const count = 5000;
const name = (index: number): string => `n${String(index).padStart(4, '0')}`;

/** The lab with thousands of nodes. */
function crowd(): Site {
  const [first] = site.nodes;
  if (first === undefined) throw new Error('the lab has no nodes');
  const nodes = Array.from({ length: count }, (_none, index): Node => {
    const shortName = name(index);
    return {
      ...first,
      name: shortName,
      shortName,
      hostname: `${shortName}.${site.domain}`,
      role: index < 5 ? 'server' : 'agent',
    };
  });
  return { ...site, nodes };
}

test('the page of a big site stays small, and counts what it leaves out', () => {
  const big = crowd();
  const collection = new FileCollection();
  const text = 'storage:\n  files:\n    - path: /etc/hostname\n'.repeat(400);
  for (const { hostname } of big.nodes) {
    collection.add({ path: `nodes/${hostname}/config.bu`, text: `# ${hostname}\n${text}` });
    collection.add({ path: `nodes/${hostname}/same.ipxe`, text: '#!ipxe\nexit 1\n' });
  }
  const findings = big.nodes.map(({ name: node }) =>
    finding('PL1204', at(`nodes/${node}.yaml`, 1, 1), 'taken'),
  );
  const [, changed] = labPlan.nodes;
  const nodes = big.nodes.flatMap(({ hostname }) =>
    changed === undefined ? [] : [{ ...changed, hostname, diff: '+a\n'.repeat(2000) }],
  );
  const page = releaseReport({
    ...releaseSample(big),
    findings,
    files: collection.collected(),
    comparison: { against: 'main', plan: { ...labPlan, nodes } },
  });
  expect(page.length).toBeLessThan(8_000_000);
  expect(page).toContain('… and 3000 more nodes: pilotlight plan and status list them');
  expect(page).toContain('… and 4950 more findings');
  expect(page).toContain('… and 4500 more nodes: pilotlight plan lists them');
  expect(page).toContain('There was no room for');
  expect(page).toContain(' and 4987 more</p>');
  expect(page).toContain('4995 agents');
});

test('the page of a reimage of many nodes stays small', () => {
  const sample = runSample(false);
  const { plan, outcome } = sample.report;
  const [planned] = plan.nodes;
  if (planned === undefined || outcome === undefined) throw new Error('the sample has no nodes');
  const hostnames = Array.from({ length: count }, (_none, index) => `${name(index)}.lab`);
  const page = runReport({
    ...sample,
    report: {
      ...sample.report,
      plan: { ...plan, nodes: hostnames.map((hostname) => ({ ...planned, hostname })) },
      outcome: {
        ...outcome,
        nodes: hostnames.map((hostname) => ({
          hostname,
          step: 'uncordon',
          status: 'done',
          armed: false,
          cordoned: false,
        })),
        timeLine: hostnames.flatMap((hostname) =>
          outcome.timeLine.slice(0, 12).map((step) => ({ ...step, hostname })),
        ),
      },
    },
  });
  expect(page.length).toBeLessThan(3_000_000);
  expect(page).toContain('… and 4800 more nodes: pilotlight reimage --plan lists them');
});

test('files with the same text are kept once, and no more than there is room for', () => {
  const collection = new FileCollection(10);
  collection.add({ path: 'a', text: '12345678' });
  collection.add({ path: 'b', text: '12345678' });
  collection.add({ path: 'c', text: 'äöü' });
  collection.add({ path: 'd', text: 'ok' });
  expect(collection.collected()).toEqual({
    files: [
      { paths: ['a', 'b'], text: '12345678' },
      { paths: ['d'], text: 'ok' },
    ],
    leftOut: { files: 1, bytes: 6 },
  });
});
