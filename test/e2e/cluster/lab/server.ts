import { randomBytes } from 'node:crypto';
import { isReady, type NodeObject } from './api.ts';
import { Etcd } from './etcd.ts';
import type { Machine } from './machine.ts';
import { type EtcdStart, etcdArguments, type Part, partArguments, ports } from './parts.ts';
import { type Ask, askJson } from './requests.ts';
import { until } from './until.ts';

/** K3s's version that the lab's kubelets tell. */
export const version = 'v1.37.2+k3s1';

const etcdFolder = '/var/lib/rancher/k3s/server/db/etcd';
const certificates = '/var/lib/rancher/k3s/server/tls/etcd';

/** What K3s is told of its node by /etc/rancher/k3s/config.yaml. */
export interface NodeSettings {
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly { readonly key: string; readonly value?: string; readonly effect: string }[];
}

/**
 * A model of K3s on a server: what K3s itself does, around upstream's programs. Its etcd learns before it votes; a node whose name has another
 * password is refused; a Node gets its roles, its annotations and the finalizer.
 */
export class Server {
  readonly machine: Machine;
  readonly #ask: Ask;
  #settings: NodeSettings = { labels: {}, taints: [] };
  #etcd: EtcdStart | undefined;

  constructor(machine: Machine, ask: Ask) {
    this.machine = machine;
    this.#ask = ask;
  }

  get etcd(): Etcd {
    return new Etcd(this.#ask, this.machine.hardware.address);
  }

  /** Joins the cluster through another server of it. */
  async join(through: Server, settings: NodeSettings): Promise<void> {
    this.#settings = settings;
    await through.refuseOtherPassword(this.machine.hardware.hostname);
    const { member, members } = await until(() => through.etcd.add(this.#peerUrl()));
    const own = this.#memberName();
    const cluster = members
      .flatMap(({ ID, name, peerURLs }) => peerURLs.map((url) => `${ID === member.ID ? own : name}=${url}`))
      .join(',');
    await this.#startEtcd({ member: own, state: 'existing', cluster });
    await until(() => through.etcd.promote(member.ID));
    await this.#startRest();
  }

  /** Starts with what is on its disk. */
  async restart(): Promise<void> {
    if (this.#etcd === undefined) throw new Error('it never ran');
    await this.#startEtcd(this.#etcd);
    await this.#startRest();
  }

  /** Starts etcd alone again, which was killed: everything else waits for it. */
  async restartEtcd(): Promise<void> {
    if (this.#etcd === undefined) throw new Error('it never ran');
    await this.#startEtcd(this.#etcd);
    await until(() => this.etcd.read(true));
  }

  /** Starts as one of the first servers of a cluster, whose members find each other. */
  async #found(start: EtcdStart): Promise<void> {
    await this.#startEtcd(start);
    await this.#startRest();
  }

  /** Founds a cluster of several servers at once, which K3s does one after the other: what is shown does not begin before. */
  static async found(servers: readonly Server[]): Promise<void> {
    const members = servers.map((server) => ({
      server,
      member: server.#memberName(),
      url: server.#peerUrl(),
    }));
    const cluster = members.map(({ member, url }) => `${member}=${url}`).join(',');
    await Promise.all(members.map(({ server, member }) => server.#found({ member, state: 'new', cluster })));
  }

  /** Refuses a node of a name that has joined with another password. */
  async refuseOtherPassword(hostname: string): Promise<void> {
    const { status } = await this.#ask(this.#url(passwordPath(hostname)));
    if (status !== 404) throw new Error(`Node password rejected, duplicate hostname: ${hostname}`);
  }

  async #startEtcd(start: EtcdStart): Promise<void> {
    this.#etcd = start;
    const links = ['ca.crt server-ca.crt', 'client.crt client.crt', 'client.key client.key']
      .map((pair) => pair.split(' '))
      .map(([from, to]) => `ln -sf /lab/pki/${from} ${certificates}/${to}`);
    await this.machine.run('sh', [
      '-c',
      [
        `mkdir -p -m 700 ${etcdFolder}`,
        `mkdir -p ${certificates} /etc/rancher`,
        `echo 'k3s version ${version} (1d4e5f6a)' >/etc/rancher/version`,
        ...links,
      ].join('\n'),
    ]);
    this.#begin('etcd', etcdArguments(this.machine.hardware, start));
  }

  async #startRest(): Promise<void> {
    const { hardware } = this.machine;
    this.#begin('api-server', partArguments(hardware, 'api-server'));
    await until(async () => {
      const { status, text } = await this.#ask(this.#url('/readyz'), { milliseconds: 3000 });
      if (status !== 200) throw new Error(text);
    });
    for (const part of ['kubelet', 'controllers', 'scheduler'] as const)
      this.#begin(part, partArguments(hardware, part));
    await until(async () => {
      const node = await askJson<NodeObject>(this.#ask, this.#url(`/api/v1/nodes/${hardware.hostname}`));
      if (!isReady(node)) throw new Error(`${hardware.hostname} is not Ready`);
    });
    await this.#register();
  }

  /** What K3s writes on a Node that joined, and the password that it remembers of it. */
  async #register(): Promise<void> {
    const { hostname, address } = this.machine.hardware;
    const role = 'node-role.kubernetes.io';
    const { labels, taints } = this.#settings;
    const change = {
      metadata: {
        labels: { ...labels, [`${role}/control-plane`]: 'true', [`${role}/etcd`]: 'true' },
        annotations: {
          'etcd.k3s.cattle.io/node-name': this.#etcd?.member,
          'etcd.k3s.cattle.io/node-address': address,
        },
        finalizers: ['wrangler.cattle.io/node', 'wrangler.cattle.io/managed-etcd-controller'],
      },
      ...(taints.length === 0 ? {} : { spec: { taints } }),
    };
    const type = 'application/merge-patch+json';
    const path = `/api/v1/nodes/${hostname}`;
    const node = await askJson<NodeObject>(this.#ask, this.#url(path), {
      method: 'PATCH',
      body: change,
      type,
    });
    const name = passwordPath(hostname).split('/').at(-1);
    // It belongs to the Node: Kubernetes itself collects it.
    const ownerReferences = [{ apiVersion: 'v1', kind: 'Node', name: hostname, uid: node.metadata.uid }];
    const secret = {
      metadata: { name, ownerReferences },
      stringData: { hash: randomBytes(16).toString('hex') },
    };
    const { status, text } = await this.#ask(this.#url('/api/v1/namespaces/kube-system/secrets'), {
      method: 'POST',
      body: secret,
    });
    if (status !== 201 && status !== 409) throw new Error(text);
  }

  #begin(part: Part, args: readonly string[]): void {
    this.machine.begin(part, args, part === 'controllers' || part === 'scheduler');
  }

  #memberName(): string {
    return `${this.machine.hardware.hostname}-${randomBytes(4).toString('hex')}`;
  }

  #peerUrl(): string {
    return `https://${this.machine.hardware.address}:${ports.peers}`;
  }

  #url(path: string): string {
    return `https://${this.machine.hardware.address}:${ports.api}${path}`;
  }
}

/** The secret that K3s keeps of a node's password. */
export function passwordPath(hostname: string): string {
  return `/api/v1/namespaces/kube-system/secrets/${hostname}.node-password.k3s`;
}
