import type { Architecture, IpxeBinary } from './images.ts';

/** A Fedora CoreOS release that nodes want. */
export interface CoreosWish {
  readonly stream: string;
  readonly architecture: Architecture;
  /** Pinned release; without it, the newest of the stream. */
  readonly version?: string;
  /** Whether a node installs from the metal image. */
  readonly metalImage: boolean;
}

/** A K3s release that nodes fetch from the router. */
export interface K3sWish {
  readonly version: string;
  readonly architecture: Architecture;
}

/** An iPXE binary that site.yaml asks for. */
export type IpxeWish = Pick<IpxeBinary, 'architecture' | 'name' | 'source'>;

/** Where files of the image lock come from, as site.yaml says; undefined where it leaves that open. */
export interface ImageSources {
  /** In place of https://builds.coreos.fedoraproject.org, without a slash at its end. */
  readonly coreosUrl?: string;
  /** In place of https://github.com/k3s-io/k3s/releases/download. */
  readonly k3sUrl?: string;
  /** In place of https://raw.githubusercontent.com/k3s-io/k3s. */
  readonly k3sScriptUrl?: string;
  /** OpenPGP keys that may have signed Fedora CoreOS: armoured texts, or paths relative to the site's folder. */
  readonly keys?: readonly string[];
}

/** What the image lock has to hold for a site's nodes, and where it comes from. */
export interface ImageWishes {
  /** By stream, architecture and version, each once. */
  readonly coreos: readonly CoreosWish[];
  readonly k3s: readonly K3sWish[];
  /** Undefined where site.yaml says nothing of iPXE: the lock's entries are then kept. */
  readonly ipxe?: readonly IpxeWish[];
  readonly sources: ImageSources;
  /** Whether every node file could be read: else nodes may want more than is known. */
  readonly complete: boolean;
}
