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
  /**
   * `.github/workflows/deploy.yml`, the workflow of that repository that was started; or `lerenn/pilotlight/.github/workflows/validate.yml`, the
   * reusable one whose job signed. Either may end in `@refs/heads/main`. Undefined for any that the repository runs.
   */
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
    // What the oldest kind of bundle may lack: the log only promised to take it in.
    const { tlogEntries } = bundle.verificationMaterial;
    if (needed > 0 && tlogEntries.some(({ inclusionProof }) => inclusionProof === undefined))
      return 'nothing proves that the public log has it';
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
  if (workflow === undefined) return undefined;
  const isOwn = workflow.startsWith('.github/');
  const by = isOwn ? made.workflow : made.signer;
  const wanted = isOwn ? `${repository}/${workflow}` : `${new URL(repository).origin}/${workflow}`;
  return isWorkflow(by, wanted) ? undefined : `it was made by the workflow ${by ?? 'without a name'}`;
}

/** Names of servers, owners and repositories are the same in any case; those of files and branches are not. */
function isWorkflow(made: string | undefined, wanted: string): boolean {
  const said = (wanted.includes('@') ? made : made?.split('@', 1)[0]) ?? '';
  const length = wanted.indexOf('/.github/');
  const fold = (text: string): string => text.slice(0, length).toLowerCase() + text.slice(length);
  return fold(said) === fold(wanted);
}

/** Who vouches for workflows of a server: GitHub's own, or that of a company on ghe.com. */
function issuerOf(repository: string): string {
  const { host } = new URL(repository);
  return host === 'github.com'
    ? 'https://token.actions.githubusercontent.com'
    : `https://token.actions.${host}`;
}
