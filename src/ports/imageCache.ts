import type { Digest } from '../shared/digest.ts';
import type { ImageFiles } from './imageFiles.ts';

/** What was made sure of a file before it got its name. */
export interface ImageProof {
  readonly sha256: Digest;
  /** Fingerprint of the key whose signature was checked. */
  readonly signedBy?: string | undefined;
}

/** A file of the cache. */
export interface CachedFile {
  /** Below the folder: `k3s/v1.35.2+k3s1/k3s`. */
  readonly path: string;
  readonly size: number;
}

/**
 * A folder of image files that runs share, laid out as a storage. A file that is fetched has a name of its own, which no other run writes
 * to, until it was verified; then it gets its name at once.
 */
export interface ImageCache extends ImageFiles {
  /** What was made sure of a file that has not changed since; undefined where there is none, or nobody knows. */
  proof(path: string): Promise<ImageProof | undefined>;
  /** Notes what was made sure of a file. */
  prove(path: string, proof: ImageProof): Promise<void>;
  /** Starts a file, or goes on with one that another run left behind. */
  part(sha256: Digest): Promise<ImagePart>;
  /** Writes a small file, whole or not at all. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Every file that the cache may hold, sorted, and what runs left behind that did not end. Nothing else in the folder is seen. */
  list(): Promise<{ readonly files: readonly CachedFile[]; readonly abandoned: readonly CachedFile[] }>;
  /** Removes a file of {@link list}, with what is noted of it, and folders that are empty then. */
  remove(path: string): Promise<void>;
  /** Bytes that may be written; undefined where the system does not say. */
  free(): Promise<number | undefined>;
}

/** A file that has no name yet. */
export interface ImagePart {
  /** Bytes that are there. */
  readonly size: number;
  /** The strong ETag that they were sent with. */
  readonly validator: string | undefined;
  /** What is there. */
  read(): AsyncIterable<Uint8Array>;
  /** Puts bytes at its end, later than this returns; throws what went wrong with earlier ones. */
  write(chunk: Uint8Array): Promise<void>;
  /** Throws away what is there; what comes is sent with this ETag. */
  restart(validator: string | undefined): Promise<void>;
  /** Gives it its name, once all of it is on the disk. */
  settle(path: string, proof: ImageProof): Promise<void>;
  /** Removes it. */
  discard(): Promise<void>;
  /** Leaves it for a later run. */
  leave(): Promise<void>;
}
