import type { Architecture } from '../../inventory/model/images.ts';
import { isDigest } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import { k3sBase, k3sScriptBase } from '../mirror.ts';

/** Addresses of the files of a K3s release (K3s documents, "Air-Gap Install"). */
export interface K3sAddresses {
  readonly binary: string;
  readonly airgapImages: string;
  readonly installScript: string;
  /** What the release says of its files' hashes. */
  readonly sums: string;
}

/** Where the files of a release are; `+` is written as `%2B` in its tag. */
export function k3sAddresses(version: string, architecture: Architecture): K3sAddresses {
  const tag = encodeURIComponent(version);
  const suffix = architecture === 'aarch64' ? 'arm64' : 'amd64';
  const release = `${k3sBase}/${tag}`;
  return {
    binary: `${release}/${architecture === 'aarch64' ? 'k3s-arm64' : 'k3s'}`,
    airgapImages: `${release}/k3s-airgap-images-${suffix}.tar.zst`,
    installScript: `${k3sScriptBase}/${tag}/install.sh`,
    sums: `${release}/sha256sum-${suffix}.txt`,
  };
}

/** The hash that a list of `sha256sum` has for a file. Throws a {@link Failure} where it has none. */
export function sumOf(list: string, file: string, url: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  for (const line of list.split('\n')) {
    const [, sum = '', named] = /^([0-9a-f]{64}) [ *](\S+)\s*$/.exec(line) ?? [];
    if (named === name && isDigest(sum)) return sum;
  }
  throw new Failure('world', `${url} has no SHA-256 of ${name}`, {
    next: 'look at the release: it may be older than these files, or not be complete yet',
  });
}
