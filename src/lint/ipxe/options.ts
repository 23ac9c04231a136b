import type { IpxeAge } from '../../ipxe/commandTable.ts';

/** What is known of a file that a URL serves. */
export interface ServedImage {
  /** Release, as in `44.20260719.3.1`. */
  readonly version?: string;
  readonly architecture?: string;
  readonly kind?: 'kernel' | 'initramfs' | 'rootfs' | 'metalImage';
}

/** What lint may know besides the text. */
export interface IpxeLintOptions {
  /** Path for findings. */
  readonly file: string;
  /** The iPXE that will run the script; without it, it must run on both. */
  readonly ipxeVersion?: IpxeAge;
  /** The URL that the script is served at: relative URIs are resolved against it, and a chain of itself is seen. */
  readonly url?: string;
  /** The site's own base URL. URLs below it must be served. */
  readonly siteUrl?: string;
  /** Whether a release or an image set serves an absolute URL, and what is known of the file. */
  readonly servedBy?: (url: string) => boolean | ServedImage;
}
