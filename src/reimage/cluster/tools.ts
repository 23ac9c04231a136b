import type { EtcdQuestions, Kubectl } from '../../ports/kubectl.ts';

/** What work on a cluster needs. */
export interface ClusterTools {
  /** On a server that stays: never on the node that is worked on. */
  readonly kubectl: Kubectl;
  /** Undefined where nobody can be asked: with a kubeconfig alone. */
  readonly etcd?: EtcdQuestions | undefined;
  /** Ends what is under way: it then throws an AbortError. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Ends early, and throws an AbortError, when the signal is aborted. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Called whenever what is waited for is not so yet, with what is missing, in words. */
export type OnWaiting = (missing: string) => void;
