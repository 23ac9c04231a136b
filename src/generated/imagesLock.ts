/* Generated from schemas/images-lock.schema.json by scripts/generate-schema-code.ts. Do not edit. */

/**
 * SHA-256 in lower-case hexadecimal digits.
 */
export type Sha256 = string;

/**
 * The files that nodes are installed from, pinned by hash: inventory/images.lock.yaml.
 */
export interface ImagesLockFile {
  /**
   * Releases of Fedora CoreOS.
   *
   * Items: Kernel, initramfs and rootfs of one release for one architecture. They boot together or not at all.
   */
  coreos?: {
    /**
     * Stream of Fedora CoreOS.
     */
    stream: string;
    /**
     * Release.
     */
    version: string;
    /**
     * Architecture of the processor.
     */
    architecture: 'x86_64' | 'aarch64';
    kernel: LockedFile;
    initramfs: LockedFile;
    rootfs: LockedFile;
    metalImage?: LockedFile;
  }[];
  /**
   * Releases of K3s.
   *
   * Items: Files of one K3s release for one architecture.
   */
  k3s?: {
    /**
     * K3s release.
     */
    version: string;
    /**
     * Architecture of the processor.
     */
    architecture: 'x86_64' | 'aarch64';
    binary: LockedFile;
    airgapImages?: LockedFile;
    installScript?: LockedFile;
  }[];
  /**
   * iPXE binaries for UEFI, which the router hands to machines that boot over the network.
   *
   * Items: One binary for one architecture, from `url` or from `path`.
   */
  ipxe?: {
    /**
     * Architecture of the processor.
     */
    architecture: 'x86_64' | 'aarch64';
    /**
     * Which binary: `snponly.efi` uses the network driver of the firmware, `ipxe.efi` has its own.
     */
    name: 'snponly.efi' | 'ipxe.efi';
    /**
     * Where it is fetched from.
     */
    url?: string;
    /**
     * A file of the machine that runs Pilotlight, in place of `url`: absolute, or relative to the folder of the inventory.
     */
    path?: string;
    sha256: Sha256;
    /**
     * Bytes.
     */
    size?: number;
  }[];
}
/**
 * A file, pinned by hash.
 */
export interface LockedFile {
  /**
   * Where it is fetched from.
   */
  url: string;
  sha256: Sha256;
  /**
   * Bytes.
   */
  size?: number;
  /**
   * URL of the detached signature.
   */
  signature?: string;
  signatureSha256?: Sha256;
  /**
   * Bytes of that file.
   */
  signatureSize?: number;
}
