/** What a server answers to one request. */
export interface HttpAnswer {
  readonly status: number;
  /** Text in UTF-8; undefined for a file that is no text. */
  readonly body?: string;
}

/** An HTTP server of this process, reachable from this machine only. */
export interface LoopbackServer {
  /** `http://127.0.0.1:40123` */
  readonly origin: string;
  close(): Promise<void>;
}

/** HTTP over the loopback interface: the demo's router, and the nodes that ask it. */
export interface Loopback {
  /** Serves what `answer` says of each path (with its query, percent-encoded as it came). */
  serve(answer: (path: string) => Promise<HttpAnswer>): Promise<LoopbackServer>;
  /** Fetches a URL; a server that cannot be reached is `{ status: 0 }`. */
  get(url: string): Promise<HttpAnswer>;
}
