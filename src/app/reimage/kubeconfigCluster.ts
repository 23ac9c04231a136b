import type { EtcdQuestions, KubeconfigChoice, Kubectl } from '../../ports/kubectl.ts';
import { ApiUnavailable } from '../../reimage/cluster/api/apiUnavailable.ts';
import { readCluster } from '../../reimage/cluster/readCluster.ts';
import type { ClusterView } from '../../reimage/plan/facts.ts';
import { sameHost } from '../../reimage/plan/sameHost.ts';
import { Failure } from '../../shared/failure.ts';
import type { SiteRun } from './siteRun.ts';

/** The cluster that a kubeconfig leads to. Nothing is done to it before it is known to be the site's. */
export class KubeconfigCluster {
  readonly #run: SiteRun;
  readonly #choice: KubeconfigChoice;
  #opened: Promise<Kubectl> | undefined;

  constructor(run: SiteRun, choice: KubeconfigChoice) {
    this.#run = run;
    this.#choice = choice;
  }

  /** kubectl, by a name that no node has. Throws a Failure where it, or the kubeconfig, is missing, or means another cluster. */
  async open(signal?: AbortSignal): Promise<Kubectl> {
    this.#opened ??= this.#run.world
      .kubectl(this.#choice, signal)
      .then((kubectl) => ({ ...kubectl, name: `kubeconfig:${kubectl.name}` }));
    try {
      return await this.#opened;
    } catch (error) {
      this.#opened = undefined;
      throw error;
    }
  }

  /** The cluster; undefined where its API does not answer. */
  async read(etcd: EtcdQuestions, signal?: AbortSignal): Promise<ClusterView | undefined> {
    const { world } = this.#run;
    const kubectl = await this.open(signal);
    try {
      const view = await readCluster({
        kubectl,
        etcd,
        signal,
        now: () => world.now(),
        wait: (milliseconds, until) => world.wait(milliseconds, until),
      });
      this.#refuseOther(view);
      return view;
    } catch (error) {
      if (error instanceof ApiUnavailable) return undefined;
      throw error;
    }
  }

  /** One server at least has to have the name and the address that the inventory says: another site's may have the name alone. */
  #refuseOther({ nodes, toldBy }: ClusterView): void {
    const { servers = [] } = this.#run.inventory.site.cluster ?? {};
    const known = this.#run.inventory.site.nodes.filter(({ hostname }) => servers.includes(hostname));
    const isOurs = nodes.some(({ name, addresses }) =>
      known.some(({ hostname, network: { address } }) => {
        if (!sameHost(hostname, name)) return false;
        return address.method === 'dhcp' || addresses?.includes(address.address) === true;
      }),
    );
    if (isOurs) return;
    throw new Failure(
      'refused',
      `${toldBy} is not the cluster of ${this.#run.name}: none of its nodes has the name and the address of a server of the inventory`,
      { next: 'name another --context, or leave --kubeconfig out: a server is then asked over SSH' },
    );
  }
}
