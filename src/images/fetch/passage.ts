import { createHash } from 'node:crypto';
import type { Signatures, SignatureVerdict } from '../../ports/signatures.ts';

/** What bytes pass on their way to the disk. */
export interface Passage {
  write(chunk: Uint8Array): Promise<void>;
  end(): Promise<{
    readonly sha256: string;
    /** Undefined where no signature is checked. */
    readonly verdict: SignatureVerdict | undefined;
  }>;
  cancel(): void;
}

/** Starts with the first byte. A signature is checked where there are keys. */
export async function startPassage(
  signature: Uint8Array | undefined,
  { keys, signatures }: { readonly keys: readonly string[]; readonly signatures: Signatures },
): Promise<Passage> {
  const hash = createHash('sha256');
  const check =
    signature === undefined || keys.length === 0 ? undefined : await signatures.start(keys, signature);
  return {
    write: async (chunk) => {
      hash.update(chunk);
      await check?.write(chunk);
    },
    end: async () => ({ sha256: hash.digest('hex'), verdict: await check?.end() }),
    cancel: () => check?.cancel(),
  };
}
