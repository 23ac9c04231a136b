import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { openGithub } from '../adapters/github/openGithub.ts';
import type { Digest } from '../shared/digest.ts';
import { explainSystemError, Failure } from '../shared/failure.ts';
import type { Event } from './event.ts';
import type { Inputs } from './inputs.ts';
import { printReport } from './log.ts';

/** With what an attestation is looked for. */
export interface AttestationTools {
  readonly event: Event;
  readonly github: ReturnType<typeof openGithub>;
  /** Folder for what is fetched of Sigstore. */
  readonly cache: string;
}

/**
 * Makes sure that the release to deploy is attested, where the step asks for that: before anything is connected to. Answers the inputs,
 * with the release that the attested manifest is of: what is put there afterwards is not deployed.
 */
export async function requireAttestation(inputs: Inputs, tools: AttestationTools): Promise<Inputs> {
  const { attestation, release, expectRelease } = inputs.deploy;
  if (attestation === undefined || release === undefined) return inputs;
  const { event, github, cache } = tools;
  if (event.page === undefined) throw new Failure('usage', 'the run is of no repository on GitHub');
  const manifest = readManifest(release);
  const digest = createHash('sha256').update(manifest).digest('hex') as Digest;
  const bundles = await github.attestations(digest);
  const { trustedRoots, verifyAttestation } = await import('../adapters/sigstore/attestations.ts');
  const { trustedRoot: file } = attestation;
  const roots = bundles.length === 0 ? [] : await trustedRoots(file === undefined ? { cache } : { file });
  const policy = { digest, repository: event.page, workflow: attestation.workflow };
  const { workflow, run } = verifyAttestation(bundles, policy, roots);
  printReport(
    `the release is attested by ${workflow ?? event.page}${run === undefined ? '' : `, in ${run}`}`,
  );
  const id = releaseIn(manifest);
  if (expectRelease !== undefined && !id.startsWith(expectRelease.toLowerCase())) {
    throw new Failure('refused', 'the release that is attested is not the one of `expect-release`', {
      next: 'deploy what was validated: the artifact of the same run',
    });
  }
  return { ...inputs, deploy: { ...inputs.deploy, expectRelease: id } };
}

function readManifest(release: string): Buffer {
  try {
    return readFileSync(join(release, 'manifest.json'));
  } catch (error) {
    throw new Failure('usage', `the folder of \`release\` holds no release: ${explainSystemError(error)}`, {
      next: 'download the artifact that `publish` uploaded, and name its folder',
    });
  }
}

function releaseIn(manifest: Buffer): string {
  try {
    const { release } = JSON.parse(manifest.toString('utf8')) as { release?: { id?: unknown } };
    if (typeof release?.id === 'string' && /^[0-9a-f]{64}$/.test(release.id)) return release.id;
  } catch {
    // Told below, as anything else that is no manifest.
  }
  throw new Failure('usage', 'what is attested is no manifest of a release', {
    next: 'attest manifest.json of the release',
  });
}
