import type { Translator } from '../../ports/translator.ts';
import { emitButane } from '../../render/butane/emitButane.ts';
import type { MergedConfig } from '../../render/butane/mergedConfig.ts';
import { fillSecrets, type Reveal } from '../../render/secrets/fillSecrets.ts';
import type { Digest } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import { fingerprint } from '../../shared/hostKey.ts';
import { secretsIn } from '../../shared/secret.ts';
import { fillGeneration } from './fillGeneration.ts';
import { keptHostKey, withHostKey } from './keptHostKey.ts';
import type { RenderedNode } from './renderNode.ts';

/** What a node is installed with, secrets and all: it must only ever be in memory. */
export interface ResolvedIgnition {
  readonly text: string;
  /** Fingerprint of the SSH host key that it keeps: `SHA256:…`. */
  readonly hostKey?: string;
}

/**
 * The Ignition that a node is installed with: what was rendered, with the id of the release and the values of secrets in the place of their
 * markers, put in before translation. It goes past every cache.
 */
export async function resolvedIgnition(
  { node, configuration: { merged, header }, files }: RenderedNode,
  release: Digest,
  reveal: Reveal,
  translator: Pick<Translator, 'translate'>,
): Promise<ResolvedIgnition> {
  const kept = keptHostKey(node, reveal);
  const hostKey = kept !== undefined && 'problem' in kept ? undefined : kept;
  const filled = fillSecrets(fillGeneration(merged, release), withHostKey(node, hostKey, reveal));
  const problems = [
    ...(kept !== undefined && 'problem' in kept ? [kept.problem] : []),
    ...filled.problems,
    ...hashProblems(merged, reveal),
  ];
  if (problems.length > 0) throw refusal(node.name, problems);
  const translation = await translator.translate(emitButane(filled.merged, header), { strict: false, files });
  if (translation.ignition === undefined) {
    const errors = translation.entries.filter(({ severity }) => severity === 'error');
    throw refusal(
      node.name,
      errors.map(({ path, message }) => `${path.join('.')}: ${message}`),
    );
  }
  const text = `${translation.ignition}\n`;
  return hostKey === undefined ? { text } : { text, hostKey: fingerprint(hostKey.publicBlob) };
}

/** A password in place of its hash would lock the user out. */
function hashProblems(merged: MergedConfig, reveal: Reveal): string[] {
  return merged['passwd.users'].flatMap(({ key, value }) => {
    const hash = value.password_hash;
    const [reference] = typeof hash === 'string' ? secretsIn(hash) : [];
    if (reference === undefined || /^[$*!]/.test(reveal(reference.secret))) return [];
    return [
      `the value of ${reference.secret}, for the password of ${key}, is no hash: make one with mkpasswd`,
    ];
  });
}

function refusal(name: string, problems: readonly string[]): Failure {
  return new Failure(
    'refused',
    [`${name} cannot be armed`, ...problems.map((each) => `  ${each}`)].join('\n'),
    {
      next: 'nothing was armed: mend the overlay or the value',
    },
  );
}
