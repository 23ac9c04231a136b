import { expect, test } from 'vitest';
import { nodeK3sConfig, sharedK3sConfig } from '../../../src/render/base/k3sConfig.ts';
import { cluster, node } from '../fixtures/lab.ts';

test('a server that joins', () => {
  expect(sharedK3sConfig(cluster, 'server') + nodeK3sConfig(cluster, node(), 'server')).toBe(
    `token: "@@pilotlight:secret:K3S_TOKEN:1@@"
write-kubeconfig-mode: "0600"
cluster-cidr: "10.42.0.0/16"
service-cidr: "10.43.0.0/16"
flannel-backend: "vxlan"
disable-network-policy: true
disable:
  - "traefik"
  - "servicelb"
tls-san:
  - "api.lab.example"
kubelet-arg:
  - "max-pods=200"
node-name: "lenovo1.lab.example"
`,
  );
});

test('nothing begins a cluster or names a server to join: the first boot does', () => {
  for (const role of ['server', 'agent'] as const) {
    expect(sharedK3sConfig(cluster, role)).not.toMatch(/^(server|cluster-init):/m);
  }
});

test('an agent has only what concerns agents', () => {
  const agentConfig = { 'node-label': ['site=lab'], 'with-node-id': true };
  const each = node({ labels: { rack: 'b' }, taints: [{ key: 'gpu', effect: 'NoSchedule' }] });
  const given = { ...cluster, agentConfig };
  expect(sharedK3sConfig(given, 'agent') + nodeK3sConfig(given, each, 'agent')).toBe(
    `token: "@@pilotlight:secret:K3S_TOKEN:1@@"
kubelet-arg:
  - "max-pods=200"
with-node-id: true
node-name: "lenovo1.lab.example"
node-label:
  - "site=lab"
  - "rack=b"
node-taint:
  - "gpu:NoSchedule"
`,
  );
});

test('a reference to a secret among the own keys is a marker', () => {
  const serverConfig = {
    'datastore-endpoint': { secret: 'DATASTORE', version: 2 },
    'etcd-s3': [{ secret: 'S3' }, { secret: 'no name' }],
  };
  const given = { ...cluster, serverConfig, agentConfig: { token: { secret: 'AGENT' } } };
  expect(sharedK3sConfig(given, 'server')).toContain(
    'datastore-endpoint: "@@pilotlight:secret:DATASTORE:2@@"\netcd-s3:\n  - "@@pilotlight:secret:S3:1@@"\n  - secret: "no name"\n',
  );
  expect(sharedK3sConfig(given, 'agent')).toContain('token: "@@pilotlight:secret:AGENT:1@@"\n');
});

test("the site's own keys win", () => {
  const serverConfig = { 'flannel-backend': 'host-gw', 'etcd-expose-metrics': true, 'node-name': 'ignored' };
  const given = { ...cluster, serverConfig };
  const text = sharedK3sConfig(given, 'server') + nodeK3sConfig(given, node(), 'server');
  expect(text).toContain('flannel-backend: "host-gw"\n');
  expect(text).toContain('etcd-expose-metrics: true\n');
  expect(text.match(/node-name/g)).toHaveLength(1);
  expect(text).toContain('node-name: "lenovo1.lab.example"\n');
});
