/** Processor architectures as Fedora CoreOS names them. */
export type Architecture = 'x86_64' | 'aarch64';

/** A file of an image set, as the image lock pins it. */
export interface LockedFile {
  /** File name on the storage: the last segment of the upstream URL. */
  readonly name: string;
  readonly url: string;
  readonly sha256: string;
  /** Bytes, where the lock knows. */
  readonly size?: number;
  /** URL of the detached signature. */
  readonly signature?: string;
}

/** Kernel, initramfs and rootfs of one Fedora CoreOS release: they boot together or not at all. */
export interface ImageSet {
  /** `44.20260707.3.1` */
  readonly version: string;
  readonly stream: string;
  readonly architecture: Architecture;
  readonly kernel: LockedFile;
  readonly initramfs: LockedFile;
  readonly rootfs: LockedFile;
  /** The metal image, only there when the lock has it. */
  readonly metalImage?: LockedFile;
}
