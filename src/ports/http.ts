/** What a server said to a request. */
export interface HttpResponse {
  /** 0 where nothing answered. */
  readonly status: number;
  readonly bytes: Uint8Array;
  /** Why nothing answered, in words. */
  readonly problem?: string;
}

/** HTTP as a booting node uses it: GET, no redirects, no proxy. */
export interface Http {
  get(
    url: string,
    options?: { readonly signal?: AbortSignal; readonly timeoutMilliseconds?: number },
  ): Promise<HttpResponse>;
}
