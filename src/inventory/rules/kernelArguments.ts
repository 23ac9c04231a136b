import type { Finding } from '../../shared/finding.ts';
import { setting } from '../resolve/layer.ts';
import { items, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { report } from './report.ts';

/** Arguments that the installer's settings write. Source: coreos-installer and dracut's live modules of Fedora CoreOS. */
const owned: readonly (readonly [RegExp, string])[] = [
  [/^coreos\.inst\./, 'the settings under installer write it, for the installer only'],
  [/^coreos\.live\./, 'Pilotlight writes it from the image lock'],
  [/^ignition\./, 'set installer.ignitionFirstboot'],
  [/^initrd=/, 'set installer.initrdName'],
  [/^(BOOT_IMAGE|ostree|root)=/, 'the boot loader of the installed system writes it'],
];

/** Kernel arguments survive iPXE, the boot loader and the shell as they are, and do not fight with the installer's. */
export function* kernelArguments({ layers }: RuleContext): Generator<Finding> {
  for (const layer of layers) {
    const own = items(setting(layer, 'kernelArguments'));
    const network = items(setting(layer, 'installer', 'networkArguments'));
    const live = items(setting(layer, 'installer', 'liveArguments'));
    for (const written of [...own, ...network, ...live]) yield* characters(written);
    for (const written of own) yield* ownedBySettings(written);
  }
}

function* characters(written: Written): Generator<Finding> {
  const argument = text(written);
  if (argument === undefined) return;
  const bad =
    /[^\x21-\x7e]|["'`\\]|\$\{/.exec(argument)?.[0] ?? (/^(\|\||&&)$/.test(argument) ? argument : undefined);
  if (bad === undefined) return;
  yield report(
    'PL1280',
    written,
    `kernel argument ${JSON.stringify(argument)} has ${JSON.stringify(bad)} in it`,
    {
      hint: 'one argument an entry, of printable characters without quotes, backslashes and ${',
    },
  );
}

function* ownedBySettings(written: Written): Generator<Finding> {
  const argument = text(written) ?? '';
  const found = owned.find(([pattern]) => pattern.test(argument));
  if (found === undefined) return;
  yield report('PL1281', written, `kernel argument ${argument} is not for you to give`, { hint: found[1] });
}
