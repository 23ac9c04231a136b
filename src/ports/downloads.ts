/** What is asked of a server. */
export interface DownloadRequest {
  readonly url: string;
  /** Bytes that are there already; the server may send the whole file all the same. */
  readonly offset?: number;
  /** The strong ETag that those bytes were sent with. */
  readonly validator?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A file that a server sends. */
export interface Download {
  /** Where in the file the body begins: the offset asked for, or 0 where the server sends the whole file. */
  readonly offset: number;
  /** Bytes of the whole file, where the server says. */
  readonly size: number | undefined;
  /** Its strong ETag. */
  readonly validator: string | undefined;
  /** Throws a {@link DownloadError} where it ends early or stalls. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** Fetches files over HTTP and HTTPS. Redirects are followed, but never from https to http. */
export interface Downloads {
  /** Throws a {@link DownloadError}. */
  open(request: DownloadRequest): Promise<Download>;
  /** A small file at once. Throws a {@link DownloadError}, also where it is longer. */
  read(url: string, mostBytes: number, signal?: AbortSignal): Promise<Uint8Array>;
  /** Bytes of a file, as its headers say; undefined where they do not. Throws a {@link DownloadError}. */
  size(url: string, signal?: AbortSignal): Promise<number | undefined>;
  /** Closes idle connections. */
  close(): void;
}

/** Why a file does not arrive, in words. */
export class DownloadError extends Error {
  /** Whether it may come when it is asked for again. */
  readonly passing: boolean;
  /** The status that the server answered with, if that is the reason. */
  readonly status: number | undefined;

  constructor(message: string, { passing, status }: { readonly passing: boolean; readonly status?: number }) {
    super(message);
    this.name = 'DownloadError';
    this.passing = passing;
    this.status = status;
  }
}
