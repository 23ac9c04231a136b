/** Checks OpenPGP detached signatures while the signed bytes pass by. */
export interface Signatures {
  /**
   * Starts a check. Throws a Failure where a key cannot be read.
   *
   * @param keys armoured public keys, one or several in a text
   * @param signature binary or armoured
   */
  start(keys: readonly string[], signature: Uint8Array): Promise<SignatureCheck>;
  /** Ids of the keys that a signature names as its makers; none where it is no OpenPGP signature. */
  signers(signature: Uint8Array): Promise<readonly string[]>;
}

/** A check that goes on. */
export interface SignatureCheck {
  /** Takes the next bytes; resolves when it takes more. */
  write(chunk: Uint8Array): Promise<void>;
  /** All bytes were given. */
  end(): Promise<SignatureVerdict>;
  /** Nobody wants to know any more. */
  cancel(): void;
}

/** Fingerprint of the key that made it, in upper-case hexadecimal digits, or why it does not count. */
export type SignatureVerdict =
  | { readonly valid: true; readonly fingerprint: string }
  | { readonly valid: false; readonly problem: string };
