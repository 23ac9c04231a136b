import type { SignatureCheck, Signatures, SignatureVerdict } from '../../ports/signatures.ts';
import { Failure } from '../../shared/failure.ts';

/** OpenPGP by openpgp.js. */
export const signatures: Signatures = { start, signers };

type OpenPgp = typeof import('openpgp');
type PublicKey = Awaited<ReturnType<OpenPgp['readKeys']>>[number];
type Verified = Awaited<ReturnType<OpenPgp['verify']>>['signatures'][number];

/** Bytes that may wait to be hashed. */
const waitingBytes = 1024 * 1024;

async function start(keys: readonly string[], signature: Uint8Array): Promise<SignatureCheck> {
  // Loading it costs 100 ms, which no other command should pay.
  const openpgp = await import('openpgp');
  const known = await readKeys(openpgp, keys);
  const read = await readSignature(openpgp, signature);
  if (typeof read === 'string') return refused(read);
  const feed = feeding();
  const message = await openpgp.createMessage({ binary: feed.stream });
  const { data, signatures: found } = await openpgp.verify({
    message,
    signature: read,
    verificationKeys: known,
    format: 'binary',
  });
  for (const each of found) each.verified.catch(() => {});
  // The library hashes what is read from here. Its iterator is that of a stream which it has taken over by now, its reader is not.
  const drained = drain(data as unknown as ReadableStream<Uint8Array>).catch(() => {});
  return {
    write: feed.write,
    end: async () => {
      feed.close();
      await drained;
      return judge(found, known);
    },
    cancel: () => feed.cancel(),
  };
}

async function signers(signature: Uint8Array): Promise<readonly string[]> {
  const read = await readSignature(await import('openpgp'), signature);
  return typeof read === 'string' ? [] : read.getSigningKeyIDs().map((id) => id.toHex().toUpperCase());
}

async function readKeys(openpgp: OpenPgp, texts: readonly string[]): Promise<PublicKey[]> {
  const found: PublicKey[] = [];
  for (const text of texts) {
    for (const block of blocksOf(text)) {
      try {
        found.push(...(await openpgp.readKeys({ armoredKeys: block })));
      } catch (error) {
        throw new Failure('usage', `an OpenPGP key cannot be read: ${(error as Error).message}`, {
          next: 'images.keys in site.yaml names armoured public keys, as `gpg --armor --export` writes them',
        });
      }
    }
  }
  return found;
}

/** A text may hold several armoured blocks; the library reads one at a time. */
function blocksOf(text: string): string[] {
  return (
    text.match(/-----BEGIN PGP PUBLIC KEY BLOCK-----[\s\S]*?-----END PGP PUBLIC KEY BLOCK-----/g) ?? [text]
  );
}

async function readSignature(openpgp: OpenPgp, bytes: Uint8Array) {
  const text = Buffer.from(bytes).toString('latin1');
  try {
    return text.startsWith('-----BEGIN')
      ? await openpgp.readSignature({ armoredSignature: text })
      : await openpgp.readSignature({ binarySignature: bytes });
  } catch (error) {
    return `the signature cannot be read: ${(error as Error).message}`;
  }
}

function refused(problem: string): SignatureCheck {
  return { write: async () => {}, end: async () => ({ valid: false, problem }), cancel: () => {} };
}

/** A stream that is written to from outside, with room for some bytes. */
function feeding() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let wanted: (() => void) | undefined;
  let over = false;
  const wake = (): void => {
    wanted?.();
    wanted = undefined;
  };
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given;
      },
      pull: wake,
      cancel: () => {
        over = true;
        wake();
      },
    },
    { highWaterMark: waitingBytes, size: (chunk) => chunk.byteLength },
  );
  return {
    stream,
    write: async (chunk: Uint8Array): Promise<void> => {
      if (over || controller === undefined) return;
      controller.enqueue(chunk);
      if ((controller.desiredSize ?? 1) > 0) return;
      await new Promise<void>((resolve) => {
        wanted = resolve;
      });
    },
    close: (): void => {
      if (!over) controller?.close();
      over = true;
    },
    cancel: (): void => {
      if (!over) controller?.error(new Error('the check was given up'));
      over = true;
      wake();
    },
  };
}

async function drain(stream: ReadableStream<Uint8Array>): Promise<void> {
  const reader = stream.getReader();
  while (!(await reader.read()).done);
}

/** One signature by a known key is enough: a file may be signed by an old and a new one. */
async function judge(found: readonly Verified[], known: readonly PublicKey[]): Promise<SignatureVerdict> {
  const problems: string[] = [];
  for (const { keyID, verified } of found) {
    const key = known.find((each) => each.getKeys(keyID).length > 0);
    try {
      await verified;
      return { valid: true, fingerprint: key?.getFingerprint().toUpperCase() ?? keyID.toHex().toUpperCase() };
    } catch (error) {
      problems.push(
        key === undefined
          ? `it is signed with key ${keyID.toHex().toUpperCase()}, which is none of the keys that count`
          : `the signature is wrong: ${(error as Error).message}`,
      );
    }
  }
  return { valid: false, problem: problems[0] ?? 'there is no signature in the signature file' };
}
