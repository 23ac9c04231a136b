import type { Digest } from '../../shared/digest.ts';
import type { Pointer } from './state.ts';

/** What a deploy will do to a storage: JSON, printed, stored, and carried out as it stands. */
export interface DeployPlan {
  readonly schemaVersion: 1;
  /** The target's name: `root@192.168.26.1:22 /mnt/usb/pilotlight`. */
  readonly target: string;
  readonly release: Digest;
  /** The pointer that the plan was made from; a storage that points elsewhere by now is planned again. */
  readonly base: Pointer | null;
  /** In the order in which they are carried out. What is kept comes first. */
  readonly changes: readonly PlannedChange[];
  readonly totals: PlanTotals;
}

export type PlannedKind = 'release' | 'coreos' | 'k3s' | 'upload';

export type PlannedChange =
  /** There, whole, and still wanted. */
  | {
      readonly action: 'keep';
      readonly kind: PlannedKind;
      readonly path: string;
      readonly bytes: number;
      readonly reason: string;
    }
  /** Not there, or not whole. Files that turn out to be right when their folder is looked at are not sent again. */
  | {
      readonly action: 'upload';
      readonly kind: PlannedKind;
      readonly path: string;
      readonly files: number;
      readonly bytes: number /** Bytes that an earlier run left, to go on from. */;
      readonly resumed: number;
    }
  | { readonly action: 'switch'; readonly from: Digest | null; readonly to: Digest }
  /** Static mode: the boot file is to name this release. Comes right after the switch, or alone where a run was cut off there. */
  | { readonly action: 'write'; readonly path: string; readonly release: Digest }
  /** Nothing that is kept needs it. `bytes` is null where nobody knows. */
  | {
      readonly action: 'delete';
      readonly kind: PlannedKind;
      readonly path: string;
      readonly bytes: number | null;
      readonly reason: string;
    };

export interface PlanTotals {
  readonly keptBytes: number;
  readonly uploadBytes: number;
  readonly deletedBytes: number;
  /** Bytes that are free now, and that will be; null where the target does not say. */
  readonly freeBytes: number | null;
  readonly freeBytesAfter: number | null;
  /** From the rate of the last upload; null where none was measured. */
  readonly uploadSeconds: number | null;
}

/** Whether a plan changes anything. */
export function changesAnything({ changes }: DeployPlan): boolean {
  return changes.some(({ action }) => action !== 'keep');
}
