import { bundleFromJSON, isBundleWithDsseEnvelope } from '@sigstore/bundle';
import type { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import type { Digest } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import { type WorkflowIdentity, workflowIdentity } from './certificate.ts';
import { statementFault } from './statement.ts';

/** What an attestation has to say. */
export interface AttestationPolicy {
  /** Of what it is. */
  readonly digest: Digest;
  /** URL of the repository whose workflow made it: `https://github.com/lerenn/lab` */
  readonly repository: string;
  /** `.github/workflows/deploy.yml`, or with `@refs/heads/main`; undefined for any of that repository. */
  readonly workflow: string | undefined;
}

/**
 * Verifies that one of some bundles is what a policy wants: its certificate, the logs and timestamps, the signature, who made it, and of
 * what. Answers who. Throws a Failure that says why none of them will do.
 */
export function verifyAttestation(
  bundles: readonly unknown[],
  policy: AttestationPolicy,
  roots: readonly TrustedRoot[],
): WorkflowIdentity {
  const faults = new Set<string>();
  for (const bundle of bundles) {
    for (const root of roots) {
      const verified = verify(bundle, policy, root);
      if (typeof verified !== 'string') return verified;
      faults.add(verified);
    }
  }
  const why =
    faults.size === 0 ? 'it has none' : `none of its attestations will do: ${[...faults].join('; ')}`;
  throw new Failure('refused', `the release is not attested by this repository: ${why}`, {
    next: 'attest manifest.json of the release in the job that publishes it, with actions/attest-build-provenance',
  });
}

/** Who made it, or why it will not do. */
function verify(json: unknown, policy: AttestationPolicy, root: TrustedRoot): WorkflowIdentity | string {
  try {
    const bundle = bundleFromJSON(json);
    if (!isBundleWithDsseEnvelope(bundle)) return 'it is no statement';
    // GitHub's own authority, for private repositories, has no public logs, but timestamps.
    const needed = root.tlogs.length > 0 ? 1 : 0;
    const verifier = new Verifier(toTrustMaterial(root), {
      tlogThreshold: needed,
      ctlogThreshold: root.ctlogs.length > 0 ? 1 : 0,
      timestampThreshold: 1,
    });
    const made = workflowIdentity(verifier.verify(toSignedEntity(bundle)));
    const { dsseEnvelope } = bundle.content;
    return identityFault(made, policy) ?? statementFault(dsseEnvelope, policy.digest) ?? made;
  } catch (error) {
    return `its signature cannot be verified (${error instanceof Error ? error.message : String(error)})`;
  }
}

function identityFault(
  made: WorkflowIdentity,
  { repository, workflow }: AttestationPolicy,
): string | undefined {
  if (made.issuer !== issuerOf(repository)) return 'it was not made by GitHub Actions';
  if (made.repository?.toLowerCase() !== repository.toLowerCase())
    return `it was made by ${made.repository ?? 'a repository without a name'}`;
  if (workflow === undefined || isWorkflow(made.workflow, repository, workflow)) return undefined;
  return `it was made by the workflow ${made.workflow ?? 'without a name'}`;
}

function isWorkflow(made: string | undefined, repository: string, wanted: string): boolean {
  const said = (wanted.includes('@') ? made : made?.split('@', 1)[0]) ?? '';
  const prefix = `${repository}/`.toLowerCase();
  return said.toLowerCase().startsWith(prefix) && said.slice(prefix.length) === wanted;
}

/** Who vouches for workflows of a server: GitHub's own, or that of a company on ghe.com. */
function issuerOf(repository: string): string {
  const { host } = new URL(repository);
  return host === 'github.com'
    ? 'https://token.actions.githubusercontent.com'
    : `https://token.actions.${host}`;
}
