import { describe, expect, test } from 'vitest';
import type { ClusterRecord } from '../../src/release/manifest.ts';
import { parseManifest } from '../../src/release/parse.ts';
import { planAgainst } from '../../src/release/plan/against.ts';
import { clusterChanges } from '../../src/report/clusterChanges.ts';
import { type Sample, sampleRelease } from './sample.ts';

const cluster: ClusterRecord = {
  version: 'v1.34.1+k3s1',
  source: 'router',
  servers: ['lenovo1.lab.home.lerenn.net'],
  firstServer: 'lenovo1.lab.home.lerenn.net',
  upgrade: 'reimage',
};
const nodes: NonNullable<Sample['nodes']> = { a: {}, b: { role: 'agent' }, c: { role: 'none' } };
const plansPath = 'manifests/pilotlight-upgrade.yaml';

/** The plan from one cluster to another, with nothing else changed; the next release has the files. */
function plan(
  before: Partial<ClusterRecord>,
  after: Partial<ClusterRecord>,
  files: Readonly<Record<string, string>> = {},
) {
  const next = sampleRelease({ nodes, files, cluster: { ...cluster, ...after } });
  return planAgainst(sampleRelease({ nodes, files, cluster: { ...cluster, ...before } }), next).then(
    (made) => ({
      made,
      changes: made.nodes.map(({ change }) => change),
      site: made.site.map(({ text }) => text),
      release: next.manifest.release.id,
    }),
  );
}

describe('another version of K3s', () => {
  test('with upgrade: reimage, nodes of the cluster are installed again, and the reason says so', async () => {
    const { made, changes, site } = await plan({}, { version: 'v1.34.2+k3s1' });
    expect(changes).toEqual(['reimage', 'reimage', 'unchanged']);
    expect(made.nodes.map(({ reasons }) => reasons)).toEqual([
      [{ about: 'cluster', text: 'K3s: v1.34.1+k3s1 → v1.34.2+k3s1' }],
      [{ about: 'cluster', text: 'K3s: v1.34.1+k3s1 → v1.34.2+k3s1' }],
      [],
    ]);
    expect(site).toEqual([
      'K3s version: v1.34.1+k3s1 → v1.34.2+k3s1: nodes are installed again one after the other',
    ]);
    expect(made.k3s).toEqual({ from: 'v1.34.1+k3s1', to: 'v1.34.2+k3s1', how: 'reimage' });
  });

  test('with upgrade: inPlace, no node is installed again, and the command that upgrades them is told', async () => {
    const inPlace = { upgrade: 'inPlace' } as const;
    const { changes, site, release } = await plan(
      inPlace,
      { ...inPlace, version: 'v1.34.2+k3s1' },
      { [plansPath]: '' },
    );
    expect(changes).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(site).toEqual([
      `K3s version: v1.34.1+k3s1 → v1.34.2+k3s1: in place, by the system-upgrade-controller, once ${plansPath} is applied: kubectl apply -f http://192.168.26.1/pilotlight/releases/${release}/${plansPath}`,
    ]);
  });

  test('changes its plans without more words than that, and plans that change alone come with their command', async () => {
    const inPlace = { ...cluster, upgrade: 'inPlace' as const };
    const release = (text: string, version = cluster.version) =>
      sampleRelease({ nodes, files: { [plansPath]: text }, cluster: { ...inPlace, version } });
    const texts = async (next: ReturnType<typeof release>) =>
      (await planAgainst(release('old'), next)).site.map(({ text }) => text);
    expect(await texts(release('new', 'v1.34.2+k3s1'))).toEqual([
      expect.stringContaining('K3s version: '),
      `${plansPath} changed`,
    ]);
    expect(await texts(release('new'))).toEqual([
      expect.stringMatching(
        /^manifests\/pilotlight-upgrade\.yaml changed: apply it .* kubectl apply -f http\S+\.yaml$/,
      ),
    ]);
  });

  test('names no command for a manifest that the release does not have', async () => {
    const inPlace = { upgrade: 'inPlace' } as const;
    const { site } = await plan(inPlace, { ...inPlace, version: 'v1.34.2+k3s1' });
    expect(site).toEqual([expect.stringMatching(/pilotlight-upgrade\.yaml is applied$/)]);
  });

  test('that does not follow the old one comes with a warning wherever the plan is shown', async () => {
    const { made } = await plan({}, { version: 'v1.36.0+k3s1' });
    expect(clusterChanges(made)).toEqual({
      changes: [expect.stringContaining('v1.34.1+k3s1 → v1.36.0+k3s1')],
      warnings: [expect.stringMatching(/leaves out v1\.35, .*: go to the newest v1\.35 first/)],
    });
  });
});

describe('another way to upgrade', () => {
  test.each([
    ['reimage', 'inPlace', 'apply manifests/pilotlight-system-upgrade-controller.yaml'],
    ['inPlace', 'reimage', 'delete plans.upgrade.cattle.io server-plan agent-plan'],
  ] as const)('%s → %s installs no node again, and says what to do', async (old, now, next) => {
    const { changes, site } = await plan({ upgrade: old }, { upgrade: now });
    expect(changes).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(site).toEqual([
      expect.stringContaining(`K3s upgrades: ${old} → ${now}: no node is installed again`),
    ]);
    expect(site[0]).toContain(next);
  });

  test('decides of a version that changes with it', async () => {
    const version = 'v1.34.2+k3s1';
    expect((await plan({}, { upgrade: 'inPlace', version })).changes).not.toContain('reimage');
    expect((await plan({ upgrade: 'inPlace' }, { upgrade: 'reimage', version })).changes).toContain(
      'reimage',
    );
  });

  test('is reimage where an older release says nothing', async () => {
    const { upgrade: _upgrade, ...older } = cluster;
    const release = sampleRelease({ nodes, cluster: older });
    const { value, findings } = parseManifest(JSON.stringify(release.manifest), 'manifest.json');
    expect(findings).toEqual([]);
    expect(value?.cluster).toEqual(older);
    const made = await planAgainst(release, sampleRelease({ nodes, cluster }));
    expect(made.site).toEqual([]);
  });
});

describe('another image', () => {
  test('means nothing for a node that stays: it is for the next installation', async () => {
    const [before, after] = ['44.1', '44.2'].map((coreos) => sampleRelease({ nodes: { a: { coreos } } }));
    if (before === undefined || after === undefined) throw new Error('no releases');
    const [node] = (await planAgainst(before, after)).nodes;
    expect(node).toMatchObject({
      change: 'unchanged',
      reasons: [
        { text: 'Fedora CoreOS: 44.1 → 44.2: for the next installation, the running system updates itself' },
      ],
    });
  });
});
