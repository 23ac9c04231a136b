/** What a call of kubectl came to. */
export interface KubectlResult {
  readonly status: number;
  readonly stdout: string;
  /** Its last 8 KiB. */
  readonly stderr: string;
}

/**
 * kubectl, wherever it runs: as `k3s kubectl` over SSH on a server, or here with a kubeconfig. Arguments are never read by a shell as
 * anything but words. Throws ConnectionLost when the connection breaks, a Failure for anything else of the world; a status other
 * than 0 is an answer.
 */
export interface Kubectl {
  /** Host name of the server that it runs on, `lenovo2.lab.home.lerenn.net`, or the kubeconfig's context. */
  readonly name: string;
  run(
    arguments_: readonly string[],
    options?: { readonly input?: string; readonly signal?: AbortSignal },
  ): Promise<KubectlResult>;
  /** Connects again after ConnectionLost; nothing where the connection stands. */
  reconnect(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Which cluster kubectl of this machine talks to. */
export interface KubeconfigChoice {
  /** kubectl's own choice where it is left out: KUBECONFIG, else ~/.kube/config. */
  readonly file?: string;
  /** The file's current one where it is left out. */
  readonly context?: string;
}

/** A member of etcd, as etcd tells of it. */
export interface ToldMember {
  /** Hexadecimal, as etcd's own tools print it. */
  readonly id: string;
  /** Empty while it was added and has not started yet. */
  readonly name: string;
  /** `https://192.168.26.12:2380` */
  readonly peerUrls: readonly string[];
  readonly learner: boolean;
  /** Whether it answers, and for a voter whether it can read what a quorum agrees on. */
  readonly healthy: boolean;
}

/** What etcd said of its members. */
export type ToldMembers =
  | { readonly kind: 'members'; readonly members: readonly ToldMember[] }
  /** The server that was asked runs no etcd. */
  | { readonly kind: 'none' }
  /** It runs one, which does not answer. */
  | { readonly kind: 'silent'; readonly why: string };

/** What a server of K3s can be asked. */
export interface K3sServer {
  readonly kubectl: Kubectl;
  readonly etcd: EtcdQuestions;
}

/** etcd of K3s, asked on the server that kubectl runs on. Throws ConnectionLost and Failures as {@link Kubectl} does. */
export interface EtcdQuestions {
  members(signal?: AbortSignal): Promise<ToldMembers>;
}
