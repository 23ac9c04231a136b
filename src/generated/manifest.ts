/* Generated from schemas/manifest.schema.json by scripts/generate-schema-code.ts. Do not edit. */

/**
 * Path in the release, with forward slashes.
 */
export type Path = string;
/**
 * SHA-256 in lower-case hexadecimal digits.
 */
export type Sha256 = string;

/**
 * What a release holds: manifest.json at its root. It has no times and no secrets, so equal content gives equal bytes.
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
    /**
     * Digest of the content alone.
     */
    id: string;
  };
  /**
   * Name of the site.
   */
  site: string;
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
   * Nodes by host name.
   *
   * Items: One node.
   */
  nodes: {
    /**
     * Name of the node file.
     */
    name: string;
    /**
     * Fully qualified host name.
     */
    hostname: string;
    /**
     * How it comes up by default.
     */
    variant: 'bootstrap' | 'join' | 'agent' | 'none';
    digest: Sha256;
    /**
     * The node's own files, by path.
     */
    files: Path[];
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
    name: string;
    /**
     * Version.
     */
    version: number;
  }[];
  /**
   * What made the release.
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
   * Image sets that the nodes use.
   *
   * Items: Images of one Fedora CoreOS release that the nodes are installed from.
   */
  images: {
    /**
     * Stream.
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
    /**
     * Files of the set, by name.
     *
     * Items: One image.
     */
    files: {
      /**
       * File name.
       */
      name: string;
      /**
       * Where it was fetched from.
       */
      url: string;
      sha256: Sha256;
      /**
       * Bytes, where known.
       */
      size?: number;
    }[];
  }[];
}
