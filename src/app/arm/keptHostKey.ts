import type { Node } from '../../inventory/model/node.ts';
import type { Reveal } from '../../render/secrets/fillSecrets.ts';
import { parseSshPrivateKey, type SshPrivateKey } from '../../shared/sshPrivateKey.ts';

/** The SSH host key that a node keeps over installations, as its secret has it; a problem in words, where that is none. */
export function keptHostKey(
  { sshHostKey }: Pick<Node, 'sshHostKey'>,
  reveal: Reveal,
): SshPrivateKey | { readonly problem: string } | undefined {
  if (sshHostKey === undefined) return undefined;
  const key = parseSshPrivateKey(reveal(sshHostKey.secret));
  if (!('problem' in key)) return key;
  return { problem: `the value of ${sshHostKey.secret}, for its SSH host key, ${key.problem}` };
}

/** Reveals what a host key was mended to in the place of its value: the inventory lets nothing else be made of that. */
export function withHostKey(
  { sshHostKey }: Pick<Node, 'sshHostKey'>,
  key: SshPrivateKey | undefined,
  reveal: Reveal,
): Reveal {
  if (sshHostKey === undefined || key === undefined) return reveal;
  // The file has the end of the last line itself.
  const text = key.text.trimEnd();
  return (secret) => (secret === sshHostKey.secret ? text : reveal(secret));
}
