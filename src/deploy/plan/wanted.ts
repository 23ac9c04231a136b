import type { Digest } from '../../shared/digest.ts';
import type { FileRecord } from '../../shared/fileTree.ts';

/** A folder of big files that is whole or of no use: a CoreOS image set, or the files of one K3s version. */
export interface AssetSet {
  readonly kind: 'coreos' | 'k3s';
  /** `images/coreos/44.20260707.3.1/x86_64`, `k3s/v1.35.2+k3s1` */
  readonly path: string;
  readonly files: readonly AssetFile[];
}

export interface AssetFile {
  readonly name: string;
  readonly sha256: Digest;
  /** Bytes; undefined while nobody knows: the lock does not say, and the file is not on this machine. */
  readonly size: number | undefined;
  /** Where it can be downloaded from, for messages. */
  readonly url: string;
}

/** What the storage is to hold and to point to. */
export interface WantedRelease {
  readonly id: Digest;
  /** Every file of the release, manifest.json and origin.json too. */
  readonly files: readonly FileRecord[];
  readonly assets: readonly AssetSet[];
}
