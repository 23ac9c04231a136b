import type { Finding } from '../../shared/finding.ts';
import { secretReferences, type WrittenSecret } from '../resolve/secrets.ts';
import type { RuleContext } from './context.ts';
import { also, report } from './report.ts';

/** One secret has one version: two versions of one name would be two values. */
export function* secretVersions({ site, nodes }: RuleContext): Generator<Finding> {
  const first = new Map<string, WrittenSecret>();
  for (const document of [site.document, ...nodes])
    for (const each of secretReferences(document)) {
      const { secret, version = 1 } = each.reference;
      const other = first.get(secret);
      if (other === undefined) first.set(secret, each);
      else if ((other.reference.version ?? 1) !== version)
        yield report(
          'PL1254',
          each.written,
          `secret ${secret} has version ${version} here, and ${other.reference.version ?? 1} elsewhere`,
          {
            hint: 'a name has one value: give all references the same version',
            related: also(other.written),
          },
        );
    }
}
