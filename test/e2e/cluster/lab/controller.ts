import { setTimeout } from 'node:timers/promises';
import type { Api, NodeObject } from './api.ts';
import type { Server } from './server.ts';

const removal = 'etcd.k3s.cattle.io/remove';
const removed = 'etcd.k3s.cattle.io/removed-node-name';
const memberName = 'etcd.k3s.cattle.io/node-name';
const memberAddress = 'etcd.k3s.cattle.io/node-address';
const guard = 'wrangler.cattle.io/managed-etcd-controller';
const nodeGuard = 'wrangler.cattle.io/node';

/**
 * A model of the controllers that K3s runs beside Kubernetes's own. A member of etcd leaves when its Node is annotated so, or is deleted; the
 * finalizers are taken out after that. Sources: k3s pkg/etcd/member_controller.go and pkg/node.
 */
export class K3sControllers {
  readonly #apis: (except?: string) => Api;
  readonly #servers: readonly Server[];
  readonly #stop = new AbortController();
  readonly #work: Promise<void>;

  /** @param apis the API through any server, or through any but one */
  constructor(apis: (except?: string) => Api, servers: readonly Server[]) {
    this.#apis = apis;
    this.#servers = servers;
    this.#work = this.#loop();
  }

  async end(): Promise<void> {
    this.#stop.abort();
    await this.#work;
  }

  async #loop(): Promise<void> {
    const { signal } = this.#stop;
    const api = this.#apis();
    while (!signal.aborted) {
      try {
        for (const node of await api.nodes()) await this.#see(node);
      } catch {
        // A server that does not answer is asked again with the next look.
      }
      await setTimeout(300, undefined, { signal }).catch(() => undefined);
    }
  }

  async #see({ metadata }: NodeObject): Promise<void> {
    const { name, annotations = {}, finalizers = [], deletionTimestamp } = metadata;
    const member = annotations[memberName];
    const path = `/api/v1/nodes/${name}`;
    // The server itself cannot write any more once it left etcd.
    const api = this.#apis(name);
    if (deletionTimestamp !== undefined) {
      if (!finalizers.includes(guard) && !finalizers.includes(nodeGuard)) return;
      if (member !== undefined) await this.#remove(member);
      const left = finalizers.filter((each) => each !== guard && each !== nodeGuard);
      await api.merge(path, { metadata: { finalizers: left } });
    } else if (
      annotations[removal] === 'true' &&
      annotations[removed] === undefined &&
      member !== undefined
    ) {
      await this.#remove(member);
      const annotations = { [removed]: member, [removal]: null, [memberName]: null, [memberAddress]: null };
      await api.merge(path, { metadata: { annotations } });
    }
  }

  /** Takes a member out of etcd, through another one. */
  async #remove(name: string): Promise<void> {
    let problem: unknown;
    for (const server of this.#servers) {
      if (name.startsWith(`${server.machine.hardware.hostname}-`)) continue;
      try {
        const member = (await server.etcd.members()).find((each) => each.name === name);
        if (member !== undefined) await server.etcd.remove(member.ID);
        return;
      } catch (error) {
        problem = error;
      }
    }
    throw problem;
  }
}
