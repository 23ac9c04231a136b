import type { Digest } from '../shared/digest.ts';

/** An object as it is to be stored. */
export interface NewObject {
  /** Below the place that was opened: `releases/<id>/manifest.json`. */
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly sha256: Digest;
  /** `application/json` */
  readonly contentType: string;
  /** Whether it never changes: caches may keep it for good. Else they have to ask each time. */
  readonly immutable: boolean;
}

/** A place in a bucket of object storage. Everything throws a Failure where it cannot be done. */
export interface ObjectStore {
  /** How a person would write it: `s3://bucket/prefix`. */
  readonly place: string;
  /** The digest of an object: `unknown` where it was stored by others, undefined where there is none. */
  digest(key: string): Promise<Digest | 'unknown' | undefined>;
  /** Stores an object in place of the one that is there, if any: whole or not at all, verified by the server. */
  put(object: NewObject): Promise<void>;
}
