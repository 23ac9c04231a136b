import type { Digest } from '../../shared/digest.ts';
import type { Client } from './client.ts';
import { githubFailure, statusOf } from './failure.ts';

/** The bundles that the repository's attestations of something are, the newest first. */
export async function readAttestations(
  { octokit, owner, repo }: Client,
  digest: Digest,
): Promise<readonly unknown[]> {
  try {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/attestations/{subject_digest}', {
      owner,
      repo,
      subject_digest: `sha256:${digest}`,
      per_page: 100,
    });
    const found: unknown = data.attestations;
    return Array.isArray(found) ? found.flatMap(bundleOf) : [];
  } catch (error) {
    if (statusOf(error) === 404) return [];
    throw githubFailure('give the attestations of the release', error, 'attestations: read');
  }
}

function bundleOf(attestation: unknown): unknown[] {
  const { bundle } = (attestation ?? {}) as { bundle?: unknown };
  return bundle === undefined || bundle === null ? [] : [bundle];
}
