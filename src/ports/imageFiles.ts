/** A big file that is there to be uploaded. */
export interface ImageFile {
  /** Bytes. */
  readonly size: number;
  /** Its bytes from an offset on. */
  read(offset: number): AsyncIterable<Uint8Array>;
}

/** Files of image sets on this machine, laid out as on a router's storage. */
export interface ImageFiles {
  /** Where they are, as a person would type it. */
  readonly folder: string;
  /** A file by its path: `images/coreos/44.20260707.3.1/x86_64/rootfs.img`; undefined where there is none. */
  find(path: string): Promise<ImageFile | undefined>;
}
