import type { Pointer } from '../../inventory/model/provenance.ts';

/** What a node's configuration puts on its disk, whether it was read from Butane or from Ignition. */
export interface NodeFiles {
  readonly files: readonly Placed<FileElement>[];
  /** Directories and file systems: paths that are made but have no contents. */
  readonly folders: readonly Placed<FolderElement>[];
  readonly links: readonly Placed<LinkElement>[];
  readonly units: readonly Placed<UnitElement>[];
  readonly users: readonly Placed<UserElement>[];
  readonly kernelArguments: KernelArguments;
}

/** An element, which nodes may share, at its place in one configuration. */
export interface Placed<T> {
  readonly at: Pointer;
  readonly element: T;
}

/** A text of an element. */
export interface ElementText {
  readonly text: string;
  /** Path within the element. */
  readonly at: Pointer;
  /** Whether the text stands there as it is, so that positions in it can be shown; not so in data: URLs. */
  readonly clear: boolean;
  /** The file it was read from, when the element only names one. */
  readonly file?: string;
}

export interface FileElement {
  readonly path: string;
  /** Permission bits; Ignition's default is 0644. */
  readonly mode: number;
  /** Whether user or group is set to another one than root. */
  readonly ownedByRoot: boolean;
  /** The contents and what is appended to them, as far as they are known. */
  readonly texts: readonly ElementText[];
  /** Whether contents come from elsewhere (a URL, or a binary), or could not be decoded. */
  readonly partlyUnknown: boolean;
  /** Why a data: URL could not be decoded. */
  readonly undecodable: readonly { readonly at: Pointer; readonly reason: string }[];
}

export interface FolderElement {
  readonly path: string;
  readonly kind: 'directory' | 'filesystem';
  /** Whether Butane writes a mount unit for it. */
  readonly mountUnit: boolean;
}

export interface LinkElement {
  readonly path: string;
  readonly target: string;
}

export interface UnitElement {
  readonly name: string;
  readonly enabled: boolean | undefined;
  readonly masked: boolean;
  readonly contents: ElementText | undefined;
  /** Whether it has contents that are not known: read from a file that is not there. */
  readonly partlyUnknown: boolean;
  readonly dropins: readonly {
    readonly name: string;
    readonly at: Pointer;
    readonly contents: ElementText | undefined;
  }[];
}

export interface UserElement {
  readonly name: string;
  readonly keys: readonly { readonly key: string; readonly at: Pointer }[];
  /** Whether keys are read from files. */
  readonly keysElsewhere: boolean;
  readonly passwordHash: string | undefined;
  readonly passwordHashAt: Pointer;
  /** Whether it is meant for a service: a system user, or one without a login shell. */
  readonly service: boolean;
}

export interface KernelArguments {
  readonly shouldExist: readonly Placed<string>[];
  readonly shouldNotExist: readonly Placed<string>[];
}
