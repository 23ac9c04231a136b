import type { Finding } from '../../shared/finding.ts';
import { at, items, root, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { also, report } from './report.ts';

/** Each iPXE binary of the image lock is locked once, comes from one place, and is another file than the others. */
export function* ipxeLock({ imageLock, sound }: RuleContext): Generator<Finding> {
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
    yield* source(written, key);
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

function* source(written: Written, key: string): Generator<Finding> {
  const url = text(at(written, 'url'));
  const path = text(at(written, 'path'));
  if (url === undefined && path === undefined)
    yield report('PL1298', written, `${key} comes from nowhere`, {
      hint: 'add the `url` that it is fetched from, or the `path` of a file of this machine',
    });
  if (url !== undefined && path !== undefined)
    yield report('PL1298', at(written, 'path'), `${key} comes from two places`, {
      hint: 'keep `url` or `path`',
      related: also(at(written, 'url')),
    });
  if (url?.startsWith('http://') === true)
    yield report('PL1268', at(written, 'url'), `${key} is fetched without TLS`, {
      hint: 'write https:// (the hash protects the file, TLS also hides what is fetched)',
    });
}
