import { readFile } from 'node:fs/promises';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { getTrustedRoot } from '@sigstore/tuf';
import { explainSystemError, Failure } from '../../shared/failure.ts';

/** Where it is learned whose signatures count. */
export type RootSource =
  /** Lines of JSON, as `gh attestation trusted-root` prints them. */
  | { readonly file: string }
  /** Sigstore's own, over the network; what was fetched is kept in a folder. */
  | { readonly cache: string };

/** The authorities whose certificates, logs and timestamps count. Throws a Failure where they cannot be told. */
export function trustedRoots(source: RootSource): Promise<readonly TrustedRoot[]> {
  return 'file' in source ? rootsOf(source.file) : publicRoots(source.cache);
}

async function publicRoots(cachePath: string): Promise<readonly TrustedRoot[]> {
  try {
    return [await getTrustedRoot({ cachePath })];
  } catch (error) {
    throw new Failure('world', `Sigstore's trusted root could not be fetched: ${explainSystemError(error)}`, {
      next: 'let the runner reach tuf-repo-cdn.sigstore.dev, or give `trusted-root` what `gh attestation trusted-root` prints',
      cause: error,
    });
  }
}

async function rootsOf(file: string): Promise<readonly TrustedRoot[]> {
  const next = 'give `trusted-root` a file with what `gh attestation trusted-root` prints';
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new Failure('usage', `cannot read the trusted root: ${explainSystemError(error)}`, { next });
  }
  try {
    const roots = jsonTexts(text).map((each) => TrustedRoot.fromJSON(JSON.parse(each)));
    if (roots.some(({ certificateAuthorities }) => certificateAuthorities.length > 0)) return roots;
  } catch (error) {
    throw new Failure('usage', `the trusted root cannot be read: ${explainSystemError(error)}`, { next });
  }
  throw new Failure('usage', 'the trusted root names no authority', { next });
}

/** One root over several lines, or one a line. */
function jsonTexts(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.every((line) => line.startsWith('{') && line.trimEnd().endsWith('}')) ? lines : [text];
}
