import { DownloadError, type Downloads } from '../../ports/downloads.ts';
import type { ImageFile } from '../../ports/imageFiles.ts';
import type { Signatures } from '../../ports/signatures.ts';
import { sha256 } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import { longestSignature } from '../../shared/imageLayout.ts';
import { type Patience, retrying } from '../retry.ts';
import type { LockedFile } from './content.ts';

/** What making a lock works with. */
export interface LockTools extends Patience {
  readonly downloads: Downloads;
  /** The address that is asked in place of a URL of an origin. */
  readonly mirrored: (url: string) => string;
  readonly signatures: Signatures;
  /** A file of this machine by a path of the inventory. */
  readonly localFile: (path: string) => Promise<ImageFile | undefined>;
}

/** The longest text that is taken: metadata of a stream has some hundred kilobytes. */
export const longestText = 32 * 1024 * 1024;

/** A metal image with the hash of its signature, which the router serves beside it. */
export async function withSignature(
  file: LockedFile,
  before: LockedFile | undefined,
  tools: LockTools,
): Promise<LockedFile> {
  const { signature } = file;
  if (signature === undefined) return file;
  if (
    before?.sha256 === file.sha256 &&
    before.signature === signature &&
    before.signatureSha256 !== undefined
  ) {
    const { signatureSha256, signatureSize } = before;
    return { ...file, signatureSha256, ...(signatureSize === undefined ? {} : { signatureSize }) };
  }
  const bytes = await asked(signature, tools, (url) =>
    tools.downloads.read(url, longestSignature, tools.signal),
  );
  if ((await tools.signatures.signers(bytes)).length === 0) {
    throw new Failure('world', `${tools.mirrored(signature)} is no OpenPGP signature`, {
      next: 'the lock was left as it is; look at the server, and at images.coreos.url in site.yaml',
    });
  }
  return { ...file, signatureSha256: sha256(bytes), signatureSize: bytes.length };
}

/** A file with its size: what its metadata says, what was locked of it, or what its server says. */
export async function withSize(
  file: LockedFile,
  before: LockedFile | undefined,
  tools: LockTools,
): Promise<LockedFile> {
  const known = file.size ?? (before?.sha256 === file.sha256 ? before.size : undefined);
  const size = known ?? (await asked(file.url, tools, (url) => tools.downloads.size(url, tools.signal)));
  return size === undefined ? file : { ...file, size };
}

/** A text of a server, as Latin-1, so that its bytes can be had again. */
export async function read(url: string, tools: LockTools): Promise<string> {
  const bytes = await asked(url, tools, (from) => tools.downloads.read(from, longestText, tools.signal));
  return Buffer.from(bytes).toString('latin1');
}

/** Asks the mirror of an address, again where that may help. Throws a {@link Failure}. */
export async function asked<T>(url: string, tools: LockTools, act: (url: string) => Promise<T>): Promise<T> {
  const from = tools.mirrored(url);
  try {
    return await retrying(() => act(from), tools);
  } catch (error) {
    if (!(error instanceof DownloadError)) throw error;
    throw new Failure('world', error.message, {
      next: 'the lock was left as it is; without this network, name a mirror in images of site.yaml, or lock where there is one',
    });
  }
}
