import type { Finding } from '../../shared/finding.ts';
import { pick } from '../resolve/pick.ts';
import { layersOf, type ResolvedNode } from '../resolve/site.ts';
import { root, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { once, report } from './report.ts';

/** How nodes are installed fits together. Source: coreos-installer's documents on the image's signature. */
export function* installers({ resolved, sound }: RuleContext): Generator<Finding> {
  const first = once();
  for (const each of resolved.nodes) {
    const { installer, images, name } = each.node;
    if (installer.source === 'metalImage') {
      const known = images?.metalImage !== undefined || installer.urls.metalImage !== undefined;
      const written = where(each, 'source');
      if (!known && images !== undefined && sound.imageLock && first(written))
        yield report(
          'PL1294',
          written,
          `${name} installs the metal image, but ${images.version} is locked without one`,
          {
            hint: 'add metalImage to the entry of the image lock, or remove source: the live system has an image of its own',
          },
        );
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

function where(each: ResolvedNode, key: string): Written {
  return pick(layersOf(each), ['installer', key]) ?? root(each.document);
}
