import type { Finding } from '../../shared/finding.ts';
import { overlayFolder } from '../resolve/overlays.ts';
import { secretReferences, templateSecrets, type WrittenSecret } from '../resolve/secrets.ts';
import type { RuleContext } from './context.ts';
import { also, type More, report } from './report.ts';

/** The SSH host key that a node keeps is its own: no other node has it, and nothing else is made of its value. */
export function* nodeHostKeys(context: RuleContext): Generator<Finding> {
  const kept: WrittenSecret[] = [];
  const others = new Map<string, WrittenSecret>();
  for (const document of [context.site.document, ...context.nodes])
    for (const each of secretReferences(document)) {
      const isKept = document !== context.site.document && each.written.pointer.join('/') === 'sshHostKey';
      if (isKept) kept.push(each);
      else if (!others.has(each.reference.secret)) others.set(each.reference.secret, each);
    }
  if (kept.length === 0) return;
  const elsewhere = useElsewhere(context, others);
  const first = new Map<string, WrittenSecret>();
  for (const each of kept) {
    const { secret } = each.reference;
    const twin = first.get(secret);
    if (twin === undefined) first.set(secret, each);
    else
      yield report('PL1256', each.written, `secret ${secret} is the SSH host key of another node too`, {
        hint: 'give each node a key of its own',
        related: also(twin.written),
      });
    const use = elsewhere(secret);
    if (use !== undefined && twin === undefined)
      yield report('PL1257', each.written, `secret ${secret} is ${use.as} too`, use);
  }
}

/** Answers what else a secret is used as. */
function useElsewhere(
  { files, folder, resolved }: RuleContext,
  written: ReadonlyMap<string, WrittenSecret>,
): (secret: string) => (More & { readonly as: string }) | undefined {
  const inOverlays = new Map<string, string>();
  for (const [path, { bytes }] of files) {
    if (!path.startsWith(`${overlayFolder}/`)) continue;
    for (const name of templateSecrets(new TextDecoder().decode(bytes)))
      if (!inOverlays.has(name)) inOverlays.set(name, `${folder}/${path}`);
  }
  const token = resolved.site.cluster?.token.secret;
  const hint = 'give the host key a name, and a value, of its own';
  return (secret) => {
    const other = written.get(secret);
    if (other !== undefined) return { as: 'something else', hint, related: also(other.written) };
    if (secret === token) return { as: 'the token of K3s', hint };
    const overlay = inOverlays.get(secret);
    return overlay === undefined ? undefined : { as: `part of ${overlay}`, hint };
  };
}
