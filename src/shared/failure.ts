/** What kind of failure ended a command, and so its exit code: `usage` 2, `world` 3, `refused` 4. */
export type FailureKind = 'usage' | 'world' | 'refused';

/**
 * A failure that is not a mistake in the inventory: wrong usage, the outside world (a disk that is full, a folder
 * that is not there), or a refusal for safety. It says in what state things were left and what to do next; front
 * doors print it without a stack trace.
 */
export class Failure extends Error {
  readonly kind: FailureKind;
  /** What to do next: one sentence. */
  readonly next: string | undefined;

  constructor(
    kind: FailureKind,
    message: string,
    more: { readonly next?: string; readonly cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'Failure';
    this.kind = kind;
    this.next = more.next;
  }
}

/** What an error of the operating system means, in words, without a stack trace. */
export function explainSystemError(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return (code !== undefined && systemErrors[code]) || message || String(error);
}

const systemErrors: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  EMFILE: 'too many open files',
  EIO: 'the device reports an input/output error',
};
