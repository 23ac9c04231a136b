import type { Finding } from '../../shared/finding.ts';
import type { ImageSet, LockedFile } from '../model/images.ts';
import type { LockedImageSet } from '../resolve/imageLock.ts';
import { at, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { also, report } from './report.ts';

const parts = ['kernel', 'initramfs', 'rootfs', 'metalImage'] as const;

/** Each entry of the image lock is one release, once, with files of its own. */
export function* imageLock({ resolved }: RuleContext): Generator<Finding> {
  const seen = new Map<string, Written>();
  for (const each of resolved.imageSets) {
    const { stream, version, architecture } = each.images;
    const key = `${stream} ${version} ${architecture}`;
    const other = seen.get(key);
    if (other === undefined) seen.set(key, each.written);
    else
      yield report(
        'PL1269',
        at(each.written, 'version'),
        `${stream} ${version} for ${architecture} is locked twice`,
        {
          hint: 'remove one of them',
          related: also(at(other, 'version')),
        },
      );
    yield* files(each);
  }
}

function* files({ images, written }: LockedImageSet): Generator<Finding> {
  const hashes = new Map<string, string>();
  for (const part of parts) {
    const file = images[part];
    if (file === undefined) continue;
    const url = at(written, part, 'url');
    const other = otherRelease(file, images);
    if (other !== undefined)
      yield report('PL1266', url, `the ${part} is of ${other}, the entry of ${images.version}`, {
        hint: 'kernel, initramfs and rootfs boot together only when they are of one release',
        related: also(at(written, 'version'), 'the release of the entry'),
      });
    if (file.url.startsWith('http://'))
      yield report('PL1268', url, `the ${part} is fetched without TLS`, {
        hint: `write https:// (the hash protects the file, TLS also hides what is fetched)`,
      });
    const twin = hashes.get(file.sha256);
    if (twin !== undefined)
      yield report('PL1267', at(written, part, 'sha256'), `${part} has the same hash as ${twin}`, {
        hint: 'two different files never have one hash: copy it again from the stream metadata',
        related: also(at(written, twin, 'sha256')),
      });
    hashes.set(file.sha256, part);
  }
}

/** The release that a file's name tells, when it is not that of its entry. */
function otherRelease(file: LockedFile, images: ImageSet): string | undefined {
  const [release] = /\d{1,4}\.\d{8}\.\d{1,4}\.\d{1,4}/.exec(file.name) ?? [];
  return release === images.version ? undefined : release;
}
