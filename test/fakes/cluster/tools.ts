import type { EtcdQuestions } from '../../../src/ports/kubectl.ts';
import type { ClusterTools } from '../../../src/reimage/cluster/tools.ts';
import { modelEtcd } from './etcd.ts';
import { type Fault, type ModelKubectl, modelKubectl } from './kubectl.ts';
import type { Model } from './model.ts';
import { pass } from './time.ts';

/** What work on a model needs, and the calls that it made. */
export interface ModelTools extends ClusterTools {
  readonly kubectl: ModelKubectl;
}

export interface ModelToolsOptions {
  readonly fault?: (words: string, count: number) => Fault;
  /** Undefined: nobody can be asked. */
  readonly etcd?: EtcdQuestions | undefined;
  /** What happens besides, whenever time goes by. */
  readonly meanwhile?: (clock: number) => void;
  readonly server?: string;
  readonly signal?: AbortSignal;
}

/** Tools that work on a model: waiting lets its time go by. */
export function modelTools(model: Model, options: ModelToolsOptions = {}): ModelTools {
  return {
    kubectl: modelKubectl(model, options.fault, options.server),
    etcd: 'etcd' in options ? options.etcd : modelEtcd(model),
    signal: options.signal,
    now: () => model.clock,
    wait: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      pass(model, milliseconds);
      options.meanwhile?.(model.clock);
    },
  };
}
