import { beforeAll, expect, test } from 'vitest';
import type { Site } from '../../../src/inventory/model/site.ts';
import { releaseReport } from '../../../src/report/html/releaseReport.ts';
import { runReport } from '../../../src/report/html/runReport.ts';
import type { CatalogueEntry } from '../../../src/shared/catalogue/entry.ts';
import { type Code, catalogue } from '../../../src/shared/catalogue.ts';
import { finding } from '../../../src/shared/finding.ts';
import { at } from '../sample.ts';
import { labSite, releaseSample, runSample } from './sample.ts';

let site: Site;

beforeAll(async () => {
  site = await labSite();
});

/** What is read of markup, without its tags. */
const words = (page: string): string => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('a line that may hold a secret is not shown, whatever else was found on it', () => {
  const secret = (Object.keys(catalogue) as Code[]).find(
    (code) => (catalogue[code] as CatalogueEntry).secret === true,
  );
  if (secret === undefined) throw new Error('no finding is about secrets');
  const place = at('inventory/site.yaml', 1, 8);
  const page = (codes: readonly Code[]): string =>
    releaseReport({
      ...releaseSample(site),
      source: () => 'token: swordfish\n',
      findings: codes.map((code) => finding(code, place, 'something')),
    });
  expect(page(['PL1204'])).toContain('<mark>swordfish</mark>');
  expect(page(['PL1204', secret])).not.toContain('swordfish');
});

test('a site that cannot be read has a page of what was found, and of nothing else', () => {
  const { comparison: _comparison, nodes: _nodes, ...sample } = releaseSample(site);
  const page = releaseReport({
    ...sample,
    site: undefined,
    release: undefined,
    files: { files: [], leftOut: { files: 0, bytes: 0 } },
  });
  expect(page).toContain('The inventory of this site cannot be read yet');
  expect([...page.matchAll(/<h2 id="([a-z]+)-title">/g)].map(([, id]) => id)).toEqual(['findings']);
});

test('nodes that only the cluster has are told of', () => {
  const sample = releaseSample(site);
  const [known] = sample.nodes ?? [];
  if (known === undefined) throw new Error('the sample has no nodes');
  const gone = {
    ...known,
    hostname: 'old.lab.home.lerenn.net',
    drift: { state: 'unknown', because: 'nobody knows it' } as const,
  };
  expect(words(releaseReport({ ...sample, nodes: [...(sample.nodes ?? []), gone] }))).toContain(
    'old.lab.home.lerenn.net is in no node file: nobody knows it',
  );
});

test('a plan that was refused says why, and that nothing was done', () => {
  const { report, origin } = runSample(false);
  const refusals = [{ node: 'lenovo1', message: 'etcd would lose its quorum', next: 'mend lenovo2 first' }];
  const page = words(
    runReport({ report: { ...report, plan: { ...report.plan, refusals }, outcome: undefined }, origin }),
  );
  expect(page).toContain('refused');
  expect(page).toContain('lenovo1: etcd would lose its quorum mend lenovo2 first');
  expect(page).not.toContain('Time line');
});

test('a failed run shows how far a node came, what it said, and how its times compare', () => {
  const page = words(runReport(runSample(true)));
  expect(page).toContain('Likely cause: nothing serves K3s at the port of router.url');
  expect(page).toContain('draining 53 s 38 s (+15 s) drained');
  expect(page).toContain('pilotlight-k3s-fetch failed: curl: (7) Failed to connect (12 times, until 33:10)');
  expect(page).toContain('lenovo2.lab.home.lerenn.net is still cordoned: no server answers');
});
