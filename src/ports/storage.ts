import type { Digest } from '../shared/digest.ts';
import type { Survey, SurveyQuestion } from './survey.ts';

export type {
  Survey,
  SurveyedFolder,
  SurveyedLock,
  SurveyedMount,
  SurveyedSystem,
  SurveyQuestion,
} from './survey.ts';

/** Who holds the lock: every write names it, and one that lost it writes nothing more. */
export interface LockHandle {
  readonly number: number;
  /** Random; tells this owner from every other. */
  readonly token: string;
}

/** One small file of a stream of files. */
export interface StreamedFile {
  /** Relative to the folder that the stream goes to, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether it is a program that servers run. A file system that keeps no modes decides that by how it is mounted. */
  readonly executable?: boolean;
}

/** Bytes of a big file from an offset on. */
export type OpenBytes = (offset: number) => AsyncIterable<Uint8Array>;

/** What a write asks for beside its subject. */
export interface WriteOptions {
  readonly signal?: AbortSignal;
  /** Called with bytes that went out, as they go. */
  readonly onBytes?: (bytes: number) => void;
}

/** The lock is somebody else's now: this run must write nothing more. */
export class LockLost extends Error {
  constructor() {
    super('the lock was taken over by somebody else');
    this.name = 'LockLost';
  }
}

/** The storage is not what it was when the plan was made: it went away, or became read-only. Says how in words. */
export class StorageGone extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StorageGone';
  }
}

/** There is no room left on the storage. */
export class StorageFull extends Error {
  constructor() {
    super('no space left on the storage');
    this.name = 'StorageFull';
  }
}

/**
 * The storage that nodes boot from: one protocol, carried out over SSH by a shell, or in a folder of this machine.
 *
 * Paths are relative to the root folder, made by `deploy/paths.ts`. Every operation may be said again after it was cut off, with the same
 * result. Every write checks first that the storage is mounted where it was, and that the lock is still its own; it throws
 * ConnectionLost, {@link LockLost}, {@link StorageGone}, {@link StorageFull} or a Failure.
 */
export interface Storage {
  /** `root@192.168.26.1:22 /mnt/usb/pilotlight`, or the folder. */
  readonly name: string;
  survey(question: SurveyQuestion): Promise<Survey>;

  /**
   * Takes the lock with a number, when no lock has that number or a higher one, or only stale ones below it have been judged. Answers
   * false when somebody was faster. Makes the root folder and what belongs in it, removes locks with lower numbers, and ends what
   * their owners still have running.
   */
  lock(handle: LockHandle, owner: string): Promise<boolean>;
  /** Gives the lock back; nothing when it is not ours any more. */
  unlock(handle: LockHandle): Promise<void>;

  /**
   * Puts small files into a folder, in one stream. Files of the same names are replaced. They are on the disk when it answers. A file of a
   * folder that is served meanwhile (`cgi-bin`, `tftp`) is the old one or the new one for whoever reads it, and none when the stream fails.
   */
  unpack(
    handle: LockHandle,
    folder: string,
    files: AsyncIterable<StreamedFile>,
    options?: WriteOptions,
  ): Promise<void>;
  /** Bytes of an upload that are there: 0 when nothing is. */
  partSize(handle: LockHandle, part: string): Promise<number>;
  /** Cuts an upload to an offset, and puts bytes behind it. At most `length` bytes are taken. */
  append(
    handle: LockHandle,
    part: string,
    from: { readonly offset: number; readonly length: number },
    bytes: OpenBytes,
    options?: WriteOptions,
  ): Promise<void>;
  /** Brings an upload to the disk and gives it its name. */
  settle(handle: LockHandle, part: string, path: string): Promise<void>;
  /** The paths, of those given, whose content has not the SHA-256 given: other, unreadable, or not there. Writes nothing. */
  mismatches(
    folder: string,
    expected: ReadonlyMap<string, Digest>,
    options?: WriteOptions,
  ): Promise<readonly string[]>;
  /** Bytes of files in a folder, by path; those that are not there are missing. Writes nothing. */
  sizes(folder: string, paths: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** The text of a small file; undefined where there is none. */
  read(path: string): Promise<string | undefined>;

  /** Says that a folder is whole: brings it to the disk, then writes its seal. */
  seal(handle: LockHandle, folder: string, text: string): Promise<void>;
  /** Takes the seal from a folder. */
  unseal(handle: LockHandle, folder: string): Promise<void>;
  /**
   * Writes a slot of the pointer in place, and brings it to the disk. Answers false, having written nothing, when the other slot is not as
   * expected any more.
   */
  writeSlot(
    handle: LockHandle,
    slot: 0 | 1,
    text: string,
    expectedOther: string | undefined,
  ): Promise<boolean>;
  /** Removes a folder (its seal first), an upload, or the script that arms a machine. It is gone from the disk when it answers. */
  remove(handle: LockHandle, path: string): Promise<void>;
  /** Adds a line to the journal, which keeps its newest lines. */
  note(handle: LockHandle, line: string): Promise<void>;

  /** Connects again after ConnectionLost. */
  reconnect(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
