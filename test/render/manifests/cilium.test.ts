import { expect, test } from 'vitest';
import type { Chart } from '../../../src/inventory/model/site.ts';
import { sharedK3sConfig } from '../../../src/render/base/k3sConfig.ts';
import { cilium } from '../../../src/render/manifests/cilium.ts';
import { chart, labWith } from './clusters.ts';

const lab = (given: Chart, nodes?: Parameters<typeof labWith>[1]) =>
  labWith({ cni: 'cilium', clusterCidr: '10.44.0.0/16', charts: { cilium: given } }, nodes);

const text = (site: ReturnType<typeof lab>) => cilium(site, site.cluster)?.text;

test('the manifest', () => {
  expect(
    text(lab(chart({ hubble: { enabled: false } }))),
  ).toBe(`# Made by Pilotlight from k3s.charts.cilium of site.yaml; change that, not this file.
apiVersion: helm.cattle.io/v1
kind: HelmChart
metadata:
  name: cilium
  namespace: kube-system
spec:
  repo: https://helm.cilium.io
  chart: cilium
  version: "1.2.3"
  targetNamespace: kube-system
  bootstrap: true
  valuesContent: |
    ipam:
      operator:
        clusterPoolIPv4PodCIDRList:
          - "10.44.0.0/16"
    operator:
      replicas: 2
    hubble:
      enabled: false
`);
});

test('another repository and other values', () => {
  const given = chart({ operator: { replicas: 3 } }, { repository: 'https://mirror.example/charts' });
  expect(text(lab(given))).toContain('repo: https://mirror.example/charts\n');
  expect(text(lab(given))).toContain('replicas: 3\n');
});

test('a lone node of K3s has one operator', () => {
  expect(text(lab(chart(), [{}, { role: 'none' }]))).toContain('replicas: 1\n');
  expect(text(lab(chart(), [{}, { role: 'agent' }]))).toContain('replicas: 2\n');
});

test.each([
  [true, true],
  ['true', true],
  ['strict', true],
  [false, false],
  ['partial', false],
  [undefined, false],
])('kubeProxyReplacement %s', (value, replaced) => {
  const site = lab(chart(value === undefined ? {} : { kubeProxyReplacement: value }));
  expect(text(site)?.includes('k8sServiceHost: "127.0.0.1"\n    k8sServicePort: 6444\n')).toBe(replaced);
  expect(sharedK3sConfig(site.cluster, 'server').includes('disable-kube-proxy: true\n')).toBe(replaced);
  expect(sharedK3sConfig(site.cluster, 'agent')).not.toContain('disable-kube-proxy');
});

test('no kube-proxy is turned off for a chart that is not asked for', () => {
  const { cluster } = lab(chart({ kubeProxyReplacement: true }));
  expect(sharedK3sConfig({ ...cluster, cni: 'none' }, 'server')).not.toContain('disable-kube-proxy');
});

test('the site has the last word on kube-proxy', () => {
  const { cluster } = lab(chart({ kubeProxyReplacement: true }));
  const kept = { ...cluster, serverConfig: { 'disable-kube-proxy': false } };
  expect(sharedK3sConfig(kept, 'server')).toContain('disable-kube-proxy: false\n');
});
