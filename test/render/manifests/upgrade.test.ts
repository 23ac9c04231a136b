import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../../src/inventory/model/site.ts';
import { clusterManifests, releaseManifests } from '../../../src/render/manifests/clusterManifests.ts';
import { upgradeController, upgradePlans } from '../../../src/render/manifests/upgrade.ts';
import { clusterOf, documentsOf } from './rendered.ts';

const chart = 'charts: { systemUpgradeController: { version: 109.0.2 } }';
const inPlace = clusterOf(`upgrade: inPlace\n  ${chart}`);

describe('upgrades in place', () => {
  test('bring the controller as a chart', () => {
    const [chartObject] = documentsOf(upgradeController(inPlace.site, inPlace.cluster));
    expect(chartObject).toMatchObject({
      apiVersion: 'helm.cattle.io/v1',
      kind: 'HelmChart',
      spec: {
        repo: 'https://charts.rancher.io',
        chart: 'system-upgrade-controller',
        version: '109.0.2',
        targetNamespace: 'cattle-system',
        createNamespace: true,
      },
    });
  });

  test('bring plans: servers first, one at a time, agents after them', () => {
    const manifest = upgradePlans(inPlace.site, inPlace.cluster);
    expect(manifest?.name).toBe('pilotlight-upgrade.yaml');
    const [servers, agents, ...others] = documentsOf(manifest);
    expect(others).toEqual([]);
    const common = {
      concurrency: 1,
      version: 'v1.35.2+k3s1',
      serviceAccountName: 'system-upgrade-controller',
      tolerations: [{ operator: 'Exists' }],
      upgrade: { image: 'rancher/k3s-upgrade' },
    };
    const key = 'node-role.kubernetes.io/control-plane';
    expect(servers).toEqual({
      apiVersion: 'upgrade.cattle.io/v1',
      kind: 'Plan',
      metadata: { name: 'server-plan', namespace: 'cattle-system' },
      spec: {
        ...common,
        nodeSelector: { matchExpressions: [{ key, operator: 'In', values: ['true'] }] },
        cordon: true,
      },
    });
    expect(agents).toMatchObject({
      metadata: { name: 'agent-plan', namespace: 'cattle-system' },
      spec: {
        ...common,
        nodeSelector: { matchExpressions: [{ key, operator: 'DoesNotExist' }] },
        prepare: { image: 'rancher/k3s-upgrade', args: ['prepare', 'server-plan'] },
        drain: { ignoreDaemonSets: true },
      },
    });
  });

  test('have plans on no server, which would apply old ones whenever K3s starts, but in the release', () => {
    const names = (all: readonly Manifest[]) => all.map(({ name }) => name);
    const controller = 'pilotlight-system-upgrade-controller.yaml';
    expect(names(clusterManifests(inPlace.site, inPlace.cluster))).toEqual([controller]);
    expect(names(releaseManifests(inPlace.site, inPlace.cluster))).toEqual([
      controller,
      'pilotlight-upgrade.yaml',
    ]);
  });

  test('have plans without the chart, too: a manifest of the site may bring the controller', () => {
    const cluster = { ...inPlace.cluster, charts: {} };
    expect(releaseManifests(inPlace.site, cluster).map(({ name }) => name)).toEqual([
      'pilotlight-upgrade.yaml',
    ]);
  });

  test.each(['upgrade: reimage', chart])('are not there with %s alone', (settings) => {
    const { site, cluster } = clusterOf(settings);
    expect(releaseManifests(site, cluster)).toEqual([]);
  });
});
