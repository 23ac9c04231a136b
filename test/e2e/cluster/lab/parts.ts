import type { Hardware } from './machine.ts';

/** The parts of a server, in the order in which they start. */
export type Part = 'etcd' | 'api-server' | 'controllers' | 'scheduler' | 'kubelet';

/** How a server's etcd comes to be. */
export interface EtcdStart {
  /** `<node name>-<8 digits>`, as K3s names it. */
  readonly member: string;
  /** `new`: it founds a cluster. */
  readonly state: 'new' | 'existing';
  /** `name=peer URL,…` of all members. */
  readonly cluster: string;
}

const pki = '/lab/pki';
const data = '/var/lib/rancher/k3s/server';

/** K3s's ports: etcd has its HTTP on one of its own since September 2023. */
export const ports = { api: 6443, peers: 2380, clients: 2379, http: 2382 } as const;

/** What pods of deployments, budgets, and what belongs to Nodes need: the others cost time, and nothing of theirs is looked at. */
const controllers = [
  'deployment',
  'replicaset',
  'disruption',
  'garbage-collector',
  'pod-garbage-collector',
  'node-lifecycle',
  'taint-eviction',
  'serviceaccount',
  'root-ca-certificate-publisher',
];

/** Arguments of etcd on a server. Its HTTP, which K3s has on the loopback interface, is for the lab too. */
export function etcdArguments({ address }: Hardware, { member, state, cluster }: EtcdStart): string[] {
  const both = (port: number): string => `https://${address}:${port},https://127.0.0.1:${port}`;
  const files = ['cert', 'key', 'trusted-ca'].map((name) => [
    name,
    name === 'trusted-ca' ? 'ca.crt' : name === 'key' ? 'server.key' : 'server.crt',
  ]);
  return [
    'etcd',
    `--name=${member}`,
    `--data-dir=${data}/db/etcd`,
    `--listen-client-urls=${both(ports.clients)}`,
    `--listen-client-http-urls=${both(ports.http)}`,
    `--advertise-client-urls=https://${address}:${ports.clients}`,
    `--listen-peer-urls=https://${address}:${ports.peers}`,
    `--initial-advertise-peer-urls=https://${address}:${ports.peers}`,
    `--initial-cluster=${cluster}`,
    `--initial-cluster-state=${state}`,
    ...files.flatMap(([name, file]) => [
      `--${name}-file=${pki}/${file}`,
      `--peer-${name}-file=${pki}/${file}`,
    ]),
    '--client-cert-auth',
    '--peer-client-cert-auth',
    '--log-level=warn',
  ];
}

/** Arguments of everything else. Leaders are given up sooner than they usually are. */
export function partArguments({ hostname, address }: Hardware, part: Exclude<Part, 'etcd'>): string[] {
  const config = (name: string): string => `${pki}/${name}.kubeconfig`;
  const own = ['kubeconfig', 'authentication-kubeconfig', 'authorization-kubeconfig'];
  const follower = [
    ...own.map((name) => `--${name}=${config(part)}`),
    '--bind-address=127.0.0.1',
    '--leader-elect-lease-duration=6s',
    '--leader-elect-renew-deadline=4s',
    '--leader-elect-retry-period=1s',
  ];
  switch (part) {
    case 'api-server':
      return [
        part,
        `--advertise-address=${address}`,
        `--secure-port=${ports.api}`,
        `--etcd-servers=https://127.0.0.1:${ports.clients}`,
        `--etcd-cafile=${pki}/ca.crt`,
        `--etcd-certfile=${pki}/client.crt`,
        `--etcd-keyfile=${pki}/client.key`,
        `--client-ca-file=${pki}/ca.crt`,
        `--tls-cert-file=${pki}/server.crt`,
        `--tls-private-key-file=${pki}/server.key`,
        `--service-account-key-file=${pki}/accounts.key`,
        `--service-account-signing-key-file=${pki}/accounts.key`,
        '--service-account-issuer=https://kubernetes.default.svc',
        '--service-cluster-ip-range=10.43.0.0/16',
        '--authorization-mode=Node,RBAC',
        '--enable-admission-plugins=NodeRestriction',
        '--cert-dir=/tmp/api-server',
      ];
    case 'controllers':
      return [
        part,
        ...follower,
        `--service-account-private-key-file=${pki}/accounts.key`,
        `--root-ca-file=${pki}/ca.crt`,
        '--use-service-account-credentials',
        '--node-monitor-grace-period=20s',
        `--controllers=${controllers.map((name) => `${name}-controller`).join(',')}`,
      ];
    case 'scheduler':
      return [part, ...follower];
    case 'kubelet':
      return [
        part,
        '--morph=kubelet',
        `--name=${hostname}`,
        `--kubeconfig=${config(hostname)}`,
        '--use-host-image-service=false',
      ];
  }
}
