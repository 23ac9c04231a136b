import type { Finding } from '../../shared/finding.ts';
import { at, items, text, type Written } from '../resolve/written.ts';
import { armourFault, isArmoured } from './armour.ts';
import type { RuleContext } from './context.ts';
import { ipxeSource } from './ipxeSource.ts';
import { suggester } from './nearest.ts';
import { report } from './report.ts';

/** What `images` of site.yaml names can be used: signing keys, and iPXE binaries. */
export function* imageSources(context: RuleContext): Generator<Finding> {
  const images = at(context.site, 'images');
  const key = signingKey(context);
  for (const written of items(at(images, 'keys'))) yield* key(written);
  for (const written of items(at(images, 'ipxe'))) yield* ipxeSource(context, written);
}

function signingKey({ files, folder }: RuleContext) {
  const suggest = suggester([...files.keys()].filter((path) => /\.(asc|gpg|key|pem|pgp|pub)$/.test(path)));
  return function* (written: Written): Generator<Finding> {
    const key = text(written);
    if (key === undefined) return;
    const file = isArmoured(key) ? undefined : files.get(key);
    if (!isArmoured(key) && file === undefined) {
      const hint = suggest(key) ?? 'put an armoured public key there, or mend the path';
      yield report('PL1283', written, `there is no ${folder}/${key}`, { hint });
      return;
    }
    const what = file === undefined ? 'this' : `${folder}/${key}`;
    const fault = armourFault(file === undefined ? key : new TextDecoder().decode(file.bytes));
    if (fault !== undefined)
      yield report('PL1283', written, `${what} has ${fault}`, {
        hint: '`gpg --armor --export` writes such a key',
      });
  };
}
