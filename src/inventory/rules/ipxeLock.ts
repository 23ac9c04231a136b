import type { Finding } from '../../shared/finding.ts';
import { at, items, root, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { ipxeSource } from './ipxeSource.ts';
import { also, report } from './report.ts';

/** Each iPXE binary of the image lock is locked once, comes from one place, and is another file than the others. */
export function* ipxeLock(context: RuleContext): Generator<Finding> {
  const { imageLock, sound } = context;
  if (imageLock === undefined || !sound.imageLock) return;
  const seen = new Map<string, Written>();
  const hashes = new Map<string, Written>();
  for (const written of items(at(root(imageLock), 'ipxe'))) {
    const key = `${text(at(written, 'name'))} for ${text(at(written, 'architecture'))}`;
    const other = seen.get(key);
    if (other === undefined) seen.set(key, written);
    else
      yield report('PL1269', at(written, 'name'), `${key} is locked twice`, {
        hint: 'remove one of them',
        related: also(at(other, 'name')),
      });
    yield* ipxeSource(context, written);
    const sha256 = text(at(written, 'sha256')) ?? '';
    const twin = hashes.get(sha256);
    if (twin !== undefined && other === undefined)
      yield report('PL1267', at(written, 'sha256'), `${key} has the hash of another binary`, {
        hint: 'two different files never have one hash: run `sha256sum` on this one',
        related: also(at(twin, 'sha256')),
      });
    hashes.set(sha256, written);
  }
}
