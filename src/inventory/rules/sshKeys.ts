import type { Finding } from '../../shared/finding.ts';
import { setting } from '../resolve/layer.ts';
import { at, items, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { report } from './report.ts';
import { keyDamage, shortKey } from './sshKeyData.ts';

/** Authorized keys are whole public keys: a login that does not work shows only after the reinstall. */
export function* sshKeys({ layers }: RuleContext): Generator<Finding> {
  for (const layer of layers) {
    yield* checkKeys(items(setting(layer, 'ssh', 'authorizedKeys')));
    for (const user of items(setting(layer, 'users'))) yield* checkKeys(items(at(user, 'sshAuthorizedKeys')));
  }
}

function* checkKeys(keys: readonly Written[]): Generator<Finding> {
  for (const written of keys) {
    const key = text(written);
    if (key === undefined) continue;
    const damage = keyDamage(key);
    if (damage !== undefined)
      yield report('PL1251', written, `SSH key ${shortKey(key)}: ${damage}`, {
        hint: 'copy the whole line of the .pub file',
      });
  }
}
