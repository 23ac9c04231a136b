import type { Node } from '../../inventory/model/node.ts';
import type { EtcdQuestions, K3sServer } from '../../ports/kubectl.ts';
import { ConnectionLost, type RemoteShell } from '../../ports/remoteShell.ts';
import { readCluster } from '../../reimage/cluster/readCluster.ts';
import type { ClusterTools } from '../../reimage/cluster/tools.ts';
import type { ClusterView } from '../../reimage/plan/facts.ts';
import { Failure } from '../../shared/failure.ts';
import { Connection } from './connections.ts';
import { KubeconfigCluster } from './kubeconfigCluster.ts';
import { loginOf, openNode } from './openNode.ts';
import { nodeOf, type SiteRun } from './siteRun.ts';

/** A server of the cluster, over a connection. */
interface OpenServer extends K3sServer {
  close(): Promise<void>;
}

/**
 * The servers of a site's cluster, each asked over a connection of its own: the first that answers is asked. With a kubeconfig the API is asked
 * with that, and servers for their etcd alone.
 */
export class ClusterServers {
  readonly #run: SiteRun;
  readonly #servers: ReadonlyMap<string, Connection<OpenServer>>;
  /** The server that answered last: it is asked first. */
  #last: string | undefined;
  readonly #kubeconfig: KubeconfigCluster | undefined;

  constructor(run: SiteRun) {
    this.#run = run;
    this.#kubeconfig = run.kubeconfig === undefined ? undefined : new KubeconfigCluster(run, run.kubeconfig);
    const hostnames = run.inventory.site.cluster?.servers ?? [];
    this.#servers = new Map(
      hostnames.map((hostname) => [
        hostname,
        new Connection((signal) => this.#open(nodeOf(run, hostname), signal)),
      ]),
    );
  }

  /** The cluster, by the word of the first server that answers and is not the one named; undefined where none does. */
  async read(except: string | undefined, signal?: AbortSignal): Promise<ClusterView | undefined> {
    if (this.#kubeconfig !== undefined) return this.#kubeconfig.read(this.#etcd(except), signal);
    return this.#first(except, signal, (open) => readCluster(this.#tools(open, signal)));
  }

  /** What the first server says that answers, and is not the one named; undefined where none does. */
  async #first<T>(
    except: string | undefined,
    signal: AbortSignal | undefined,
    ask: (open: OpenServer) => Promise<T>,
  ): Promise<T | undefined> {
    const hostnames = [...this.#servers.keys()].filter((hostname) => hostname !== this.#last);
    for (const hostname of this.#last === undefined ? hostnames : [this.#last, ...hostnames]) {
      const server = this.#servers.get(hostname);
      if (hostname === except || server === undefined) continue;
      try {
        const said = await server.use(ask, signal);
        this.#last = hostname;
        return said;
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof Failure || error instanceof ConnectionLost)) throw error;
      }
    }
    return undefined;
  }

  /**
   * Works on the cluster through a server that answers and is not the one named. Throws a Failure where none answers, and ConnectionLost.
   *
   * @param before called before each change
   */
  async through<T>(
    except: string,
    signal: AbortSignal | undefined,
    before: () => Promise<void>,
    act: (tools: ClusterTools) => Promise<T>,
  ): Promise<T> {
    if (this.#kubeconfig !== undefined) {
      const kubectl = await this.#kubeconfig.open(signal);
      return act(this.#tools({ kubectl, etcd: this.#etcd(except) }, signal, before));
    }
    const view = await this.read(except, signal);
    const server = view === undefined ? undefined : this.#servers.get(view.toldBy);
    if (server === undefined) {
      throw new Failure('world', 'no other server of the cluster answers', {
        next: 'see that one runs, and answers over SSH; then pilotlight reimage --resume',
      });
    }
    return server.use((open) => act(this.#tools(open, signal, before)), signal);
  }

  /** etcd, by the word of the first server that answers over SSH. */
  #etcd(except: string | undefined): EtcdQuestions {
    return {
      members: async (signal) => {
        const told = await this.#first(except, signal, ({ etcd }) => etcd.members(signal));
        return told ?? { kind: 'silent', why: 'no other server answers over SSH' };
      },
    };
  }

  async close(): Promise<void> {
    for (const server of this.#servers.values()) await server.close();
  }

  async #open(node: Node, signal?: AbortSignal): Promise<OpenServer> {
    const shell: RemoteShell = await openNode(this.#run, node, loginOf(node), signal);
    return { ...this.#run.world.k3sServer(shell, node.hostname), close: () => shell.close() };
  }

  #tools(
    { kubectl, etcd }: K3sServer,
    signal: AbortSignal | undefined,
    before: () => Promise<void> = async () => {},
  ): ClusterTools {
    const { world } = this.#run;
    return {
      kubectl: {
        ...kubectl,
        run: async (words, options) => {
          if (!isQuestion(words)) await before();
          return kubectl.run(words, options);
        },
      },
      etcd,
      signal,
      now: () => world.now(),
      wait: (milliseconds, until) => world.wait(milliseconds, until),
    };
  }
}

/** Whether a call of kubectl only reads. */
function isQuestion(words: readonly string[]): boolean {
  const verb = words.find((word) => !word.startsWith('-'));
  return verb === 'get' || verb === 'version' || verb === 'describe';
}
