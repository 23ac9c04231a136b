/** What a TFTP server said to a read request. */
export interface TftpAnswer {
  /** `silence`: nothing came back, so the server is not there, or something on the way lets no UDP through. */
  readonly kind: 'file' | 'refused' | 'silence';
  /** What came of the file, at most as many bytes as were asked for. */
  readonly bytes: Uint8Array;
  /** Why there is no file, in words. */
  readonly problem?: string;
}

/** TFTP as the firmware of a booting node uses it: reading, in octet mode. */
export interface Tftp {
  /** Throws only what the signal says. */
  read(
    server: { readonly host: string; readonly port?: number },
    path: string,
    options?: {
      readonly signal?: AbortSignal;
      /** How long the server may be silent in all. */
      readonly timeoutMilliseconds?: number;
      /** The transfer is ended when so much has come. */
      readonly limitBytes?: number;
    },
  ): Promise<TftpAnswer>;
}
