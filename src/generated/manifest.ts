/* Generated from schemas/manifest.schema.json by scripts/generate-schema-code.ts. Do not edit. */

/**
 * SHA-256 in lower-case hexadecimal digits.
 */
export type Sha256 = string;
/**
 * Fully qualified host name.
 */
export type Hostname = string;
/**
 * Path in the release, with forward slashes.
 */
export type Path = string;

/**
 * What a release holds: manifest.json at its root. It has no times, no commit and no secrets, so equal content gives equal bytes. Pilotlight checks more than this schema: that paths stay inside the release and that the id fits the content.
 */
export interface ManifestFile {
  /**
   * Version of this format.
   */
  schemaVersion: 1;
  /**
   * The release.
   */
  release: {
    id: Sha256;
  };
  /**
   * What made the release. Not part of the content.
   */
  versions: {
    /**
     * Version of Pilotlight.
     */
    pilotlight: string;
    /**
     * Version of the translator.
     */
    translator: string;
    /**
     * Variant and version of the Butane files.
     */
    butaneSpec: string;
  };
  /**
   * The site that the release is for.
   */
  site: {
    /**
     * Short name of the site.
     */
    name: string;
    /**
     * DNS domain of the nodes.
     */
    domain: string;
    /**
     * The router that the nodes boot from.
     */
    router: {
      /**
       * IPv4 address.
       */
      address: string;
      /**
       * Where nodes fetch from, without a slash at its end.
       */
      url: string;
    };
    /**
     * What boot.ipxe does with a machine that no node names.
     */
    unknownMachines: 'ignore' | 'localBoot' | 'discover';
  };
  /**
   * The K3s cluster, if any node has a role in one.
   */
  cluster?: {
    /**
     * K3s version.
     */
    version: string;
    /**
     * Where a first boot gets K3s from.
     */
    source: 'router' | 'upstream';
    /**
     * Host names of all servers, the first server first.
     */
    servers: Hostname[];
    firstServer: Hostname;
    /**
     * What another version means for nodes that run; `reimage` where it is missing, in releases of an older Pilotlight.
     */
    upgrade?: 'reimage' | 'inPlace';
  };
  /**
   * Nodes by host name.
   *
   * Items: One node.
   */
  nodes: {
    /**
     * Name of the node file.
     */
    name: string;
    hostname: Hostname;
    /**
     * Role in the cluster.
     */
    role: 'server' | 'agent' | 'none';
    /**
     * IPv4 address, or dhcp.
     */
    address: string;
    /**
     * Lower case with colons; the first one boots.
     *
     * Items: MAC address.
     */
    macs: string[];
    /**
     * Architecture of the processor.
     */
    architecture: 'x86_64' | 'aarch64';
    /**
     * The Fedora CoreOS release that it installs, where the image lock has one.
     */
    coreos?: string;
    /**
     * For the live system and the installed one.
     *
     * Items: One argument.
     */
    kernelArguments: string[];
    /**
     * What an installation does to the disks.
     */
    disks: {
      /**
       * The disk that an installation writes.
       */
      install: string;
      /**
       * Partitions that a reinstall keeps.
       *
       * Items: By label or by number.
       */
      keepPartitions: string[];
      /**
       * Disks beside the install disk.
       *
       * Items: One disk.
       */
      extra: {
        /**
         * The disk.
         */
        device: string;
        /**
         * Its format.
         */
        filesystem: string;
        /**
         * Label of the file system.
         */
        label: string;
        /**
         * Where it is mounted.
         */
        mount?: string;
        /**
         * Whether every reinstall erases it.
         */
        wipe: boolean;
      }[];
    };
    /**
     * How the node can come up. The first one is what a reimage installs.
     *
     * Items: One way to come up.
     */
    variants: {
      /**
       * The way.
       */
      variant: 'bootstrap' | 'join' | 'agent' | 'none';
      digest: Sha256;
      config: Path;
      ignition: Path;
      install: Path;
    }[];
    /**
     * The iPXE scripts that are this node's alone, by MAC and by host name. They change without a reimage.
     */
    scripts: Path[];
  }[];
  /**
   * All files but the manifest itself, by path.
   *
   * Items: One file of the release.
   */
  files: {
    path: Path;
    sha256: Sha256;
    /**
     * Bytes.
     */
    size: number;
  }[];
  /**
   * Image sets that the nodes use, by version and architecture.
   *
   * Items: Images of one Fedora CoreOS release: they boot together or not at all.
   */
  images: {
    /**
     * Release.
     */
    version: string;
    /**
     * Stream.
     */
    stream: string;
    /**
     * Architecture of the processor.
     */
    architecture: 'x86_64' | 'aarch64';
    kernel: Image;
    initramfs: Image;
    rootfs: Image;
    metalImage?: Image;
  }[];
  /**
   * Files of K3s that the storage has to hold, by version and architecture. Only where the image lock pins them.
   *
   * Items: Files of one K3s release for one architecture.
   */
  k3s?: {
    /**
     * Release.
     */
    version: string;
    /**
     * Architecture of the processor.
     */
    architecture: 'x86_64' | 'aarch64';
    /**
     * The binary, then the container images and the install script where the lock has them.
     */
    files: Image[];
  }[];
  /**
   * Secrets that the release refers to, by name. Never their values.
   *
   * Items: A secret that the release refers to.
   */
  secrets: {
    /**
     * Name.
     */
    secret: string;
    /**
     * Raised when the value is rotated.
     */
    version: number;
  }[];
}
/**
 * One image, as the image lock pins it.
 */
export interface Image {
  /**
   * File name on the router's storage.
   */
  name: string;
  /**
   * Where it is fetched from.
   */
  url: string;
  sha256: Sha256;
  /**
   * Bytes, where known.
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
