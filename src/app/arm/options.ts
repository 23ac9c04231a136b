import type { Variant } from '../../inventory/model/node.ts';
import type { StorageHooks, StorageOptions } from '../storage/options.ts';

export interface ArmOptions extends StorageOptions {
  /** How the nodes are to come up; the usual way of each by default. */
  readonly variant?: Variant | undefined;
  /** Says that a new cluster is meant, where `variant` is `bootstrap`. */
  readonly bootstrap?: boolean | undefined;
  /** Says that they may stay armed, and be installed by every network boot: static mode has no other way. */
  readonly untilDisarmed?: boolean | undefined;
  /** Seconds that they stay armed. */
  readonly seconds: number;
  /** A file with values of secrets, beside the environment. */
  readonly secrets?: string | undefined;
  /** Whether everything is looked at and nothing armed. */
  readonly dryRun?: boolean | undefined;
}

export type ArmHooks = StorageHooks;
