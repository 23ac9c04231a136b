import { expect, test } from 'vitest';
import { planAgainst } from '../../src/release/plan/against.ts';
import { sampleRelease } from './sample.ts';

const cluster = { version: 'v1.35.2+k3s1', source: 'router', servers: ['a'], firstServer: 'a' } as const;

const reasons = async (before: Parameters<typeof sampleRelease>[0], after: typeof before) => {
  const next = sampleRelease(after);
  const plan = await planAgainst(sampleRelease(before), next);
  const texts = plan.site.map(({ about, text }) => [about, text.replaceAll(next.manifest.release.id, 'ID')]);
  return { texts, unchanged: plan.counts.unchanged };
};

const old = { 'manifests/a.yaml': '1', 'manifests/b.yaml': '1', 'manifests/same.yaml': '1' };
const now = { 'manifests/b.yaml': '2', 'manifests/c.yaml': '1', 'manifests/same.yaml': '1' };

test('manifests that changed are told with the way to the running cluster, and no node is installed for them', async () => {
  const { texts, unchanged } = await reasons({ cluster, files: old }, { cluster, files: now });
  const url = 'http://192.168.26.1/pilotlight/releases/ID/manifests';
  const folder = '/var/lib/rancher/k3s/server/manifests';
  const rest = `and put it into ${folder} of the servers, or one that restarts applies what it has`;
  expect(texts).toEqual([
    [
      'siteFile',
      `manifests/a.yaml removed: what it brought stays in the cluster until somebody deletes it, after ${folder}/a.yaml of the servers`,
    ],
    [
      'siteFile',
      `manifests/b.yaml changed: apply it to the running cluster with kubectl apply -f ${url}/b.yaml, ${rest}`,
    ],
    [
      'siteFile',
      `manifests/c.yaml added: apply it to the running cluster with kubectl apply -f ${url}/c.yaml, ${rest}`,
    ],
  ]);
  expect(unchanged).toBe(1);
});

test('manifests of a cluster that is new come with its first boot, those of one that is gone went with it', async () => {
  const founded = await reasons({}, { cluster, files: { 'manifests/a.yaml': '1' } });
  expect(founded.texts).toContainEqual(['siteFile', 'manifests/a.yaml added']);
  const gone = await reasons({ cluster, files: { 'manifests/a.yaml': '1' } }, {});
  expect(gone.texts).toContainEqual(['siteFile', 'manifests/a.yaml removed']);
});
