import type { Finding } from '../../shared/finding.ts';
import { setting } from '../resolve/layer.ts';
import { at, items, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { report } from './report.ts';

/** SSH keys are whole public keys: a login that does not work shows only after the reinstall. */
export function* sshKeys({ layers, site }: RuleContext): Generator<Finding> {
  for (const layer of layers) {
    yield* checkKeys(items(setting(layer, 'ssh', 'authorizedKeys')));
    for (const user of items(setting(layer, 'users'))) yield* checkKeys(items(at(user, 'sshAuthorizedKeys')));
  }
  yield* checkKeys(items(at(site, 'router', 'ssh', 'hostKeys')));
}

function* checkKeys(keys: readonly Written[]): Generator<Finding> {
  for (const written of keys) {
    const key = text(written);
    if (key === undefined) continue;
    const problem = problemOf(key);
    if (problem !== undefined)
      yield report('PL1251', written, `SSH key ${shorten(key)}: ${problem}`, {
        hint: 'copy the whole line of the .pub file',
      });
  }
}

/**
 * What is wrong with a public key. Its data begins with its type once more (RFC 4253, section 6.6) and consists of
 * fields with their lengths, so that a key that was cut short shows. Lines of another form are left to the schema.
 */
function problemOf(key: string): string | undefined {
  const [, type = '', data = ''] =
    /(?:^|\s)((?:sk-)?(?:ssh|ecdsa)-[a-z0-9@.-]+)\s+([A-Za-z0-9+/]+={0,3})(?:\s|$)/.exec(key) ?? [];
  if (type === '') return undefined;
  const fields = fieldsOf(Buffer.from(data, 'base64'));
  if (fields === undefined) return 'its data is cut short';
  const inner = fields[0]?.toString('latin1') ?? '';
  return inner === type ? undefined : `it says ${type}, but its data is ${printable(inner)}`;
}

function fieldsOf(bytes: Buffer): Buffer[] | undefined {
  const fields: Buffer[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    if (offset + 4 > bytes.length) return undefined;
    const end = offset + 4 + bytes.readUInt32BE(offset);
    if (end > bytes.length) return undefined;
    fields.push(bytes.subarray(offset + 4, end));
    offset = end;
  }
  return fields.length < 2 ? undefined : fields;
}

function printable(type: string): string {
  return /^[a-z0-9@.-]{1,60}$/.test(type) ? `of the type ${type}` : 'of no known type';
}

function shorten(key: string): string {
  return key.length <= 40 ? key : `${key.slice(0, 30)}…${key.slice(-8)}`;
}
