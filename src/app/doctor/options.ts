import type { Selection } from '../sites.ts';

/** How a site is looked at. */
export interface DoctorOptions {
  readonly selection: Selection;
  /** Whether the network is left alone. */
  readonly offline: boolean;
  /** The cache of image files. */
  readonly images: string;
  /** How SSH would prove who it is, in words; undefined where nothing can. */
  readonly login: string | undefined;
  /** A file with values of secrets. */
  readonly secretsFile: string | undefined;
  /** How a command is typed for this inventory: `pilotlight -i rack check`. */
  command(words: string): string;
}
