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
  /** Hash of the file with the detached signature, where that file itself is wanted: beside a metal image on the router. */
  readonly signatureSha256?: string;
  /** Its bytes. */
  readonly signatureSize?: number;
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
  /** The metal image, only there when the lock has it and a node installs from it. */
  readonly metalImage?: LockedFile;
}

/** The files of one K3s release for one architecture: what a first boot without the Internet needs. */
export interface K3sAssets {
  /** `v1.35.2+k3s1` */
  readonly version: string;
  readonly architecture: Architecture;
  /** The binary, then the container images and the install script where the lock has them. */
  readonly files: readonly LockedFile[];
}

/** An iPXE binary for UEFI machines of one architecture. */
export interface IpxeBinary {
  readonly architecture: Architecture;
  /** `snponly.efi` drives the network through the firmware, `ipxe.efi` has drivers of its own. */
  readonly name: 'snponly.efi' | 'ipxe.efi';
  /** Where it is fetched from, or a file of this machine: its path relative to the inventory's folder. */
  readonly source: { readonly url: string } | { readonly path: string };
  readonly sha256: string;
  /** Bytes, where the lock knows. */
  readonly size?: number;
}
