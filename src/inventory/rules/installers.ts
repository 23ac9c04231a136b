import type { Finding } from '../../shared/finding.ts';
import { signatureFile } from '../model/imageSetFiles.ts';
import { wantsMetalImage } from '../resolve/metalImages.ts';
import { pick } from '../resolve/pick.ts';
import { layersOf, type ResolvedNode } from '../resolve/site.ts';
import { root, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { once, report } from './report.ts';

/** How nodes are installed fits together. Source: coreos-installer's documents on the image's signature. */
export function* installers({ resolved, sound }: RuleContext): Generator<Finding> {
  const first = once();
  for (const each of resolved.nodes) {
    const { installer, name } = each.node;
    if (installer.source === 'metalImage') {
      if (sound.imageLock && wantsMetalImage(each.node)) yield* metalImage(each, first);
    } else if (installer.insecure && first(where(each, 'insecure')))
      yield report('PL1295', where(each, 'insecure'), 'insecure does nothing with source: osmet', {
        hint: 'remove it: the image inside the live system needs no signature',
      });
    // In live mode nothing is installed, and a literal URL does no harm but that anybody can read what it serves.
    if (installer.mode === 'install' && installer.ignitionUrl !== 'gate' && first(where(each, 'ignitionUrl')))
      yield report(
        'PL1296',
        where(each, 'ignitionUrl'),
        `the install script of ${name} needs no gate: whatever boots it installs the machine`,
        {
          hint: 'leave ignitionUrl out: then it installs only a machine that was armed, once',
        },
      );
  }
}

/** What the installer fetches from the router: the image, and its signature. */
function* metalImage(each: ResolvedNode, first: (written: Written) => boolean): Generator<Finding> {
  const { installer, images, name } = each.node;
  if (images === undefined) return;
  const written = where(each, 'source');
  if (images.metalImage === undefined) {
    if (first(written))
      yield report(
        'PL1294',
        written,
        `${name} installs the metal image, but ${images.version} is locked without one`,
        {
          hint: 'run `pilotlight images lock`, or remove source: the live system has an image of its own',
        },
      );
  } else if (signatureFile(images.metalImage).length === 0 && !installer.insecure && first(written))
    yield report(
      'PL1282',
      written,
      `${name} installs the metal image of ${images.version}, which is locked without its signature`,
      { hint: 'run `pilotlight images lock`' },
    );
}

function where(each: ResolvedNode, key: string): Written {
  return pick(layersOf(each), ['installer', key]) ?? root(each.document);
}
