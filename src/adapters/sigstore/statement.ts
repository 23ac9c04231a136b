import type { Digest } from '../../shared/digest.ts';

/** What GitHub's own action attests: how something was made. */
const provenance = 'https://slsa.dev/provenance/v1';

const mediaType = 'application/vnd.in-toto+json';

/**
 * Why a signed statement does not say of something how it was made; undefined where it does. Another kind of statement does not: a workflow
 * may attest that something is broken.
 */
export function statementFault(
  { payload, payloadType }: { readonly payload: Buffer; readonly payloadType: string },
  digest: Digest,
): string | undefined {
  if (payloadType !== mediaType) return 'it is no statement';
  let statement: { predicateType?: unknown; subject?: unknown };
  try {
    statement = JSON.parse(payload.toString('utf8'));
  } catch {
    return 'its statement is no JSON';
  }
  if (statement?.predicateType !== provenance) return 'it says nothing of how the release was made';
  const subjects: unknown[] = Array.isArray(statement.subject) ? statement.subject : [];
  const isOurs = subjects.some(
    (subject) => (subject as { digest?: { sha256?: unknown } } | null)?.digest?.sha256 === digest,
  );
  return isOurs ? undefined : 'it is of something else';
}
