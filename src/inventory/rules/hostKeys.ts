import type { Finding } from '../../shared/finding.ts';
import { fingerprint, type HostKeyPin, parseHostKey } from '../../shared/hostKey.ts';
import { at, isMap, items, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { also, report, reportKey } from './report.ts';
import { keyDamage, shortKey } from './sshKeyData.ts';

/** The router and the host before it are told from strangers by keys that can be pinned, each of them once. */
export function* hostKeys({ site, resolved, sound }: RuleContext): Generator<Finding> {
  const { address, target } = resolved.facts.router;
  const ssh = at(site, 'router', 'ssh');
  const jump = at(ssh, 'jump');
  yield* checkPins(items(at(ssh, 'hostKeys')));
  yield* checkPins(items(at(jump, 'hostKeys')));
  if (target === 'directory' || !sound.site) return;
  if (isMap(ssh.value)) yield* missingPins(ssh, 'the router', address);
  if (isMap(jump.value)) yield* missingPins(jump, 'the jump host', text(at(jump, 'host')) ?? '');
}

function* missingPins(access: Written, who: string, host: string): Generator<Finding> {
  const keys = at(access, 'hostKeys');
  if (items(keys).length > 0) return;
  const port = at(access, 'port').value;
  const scan = `ssh-keyscan ${typeof port === 'number' ? `-p ${port} ` : ''}${host}`;
  yield reportKey('PL1255', access, `no host key of ${who} is pinned`, {
    hint: `add a line of \`${scan}\` to hostKeys, once its fingerprint was compared on the host itself`,
  });
}

function* checkPins(keys: readonly Written[]): Generator<Finding> {
  const seen = new Map<string, Written>();
  for (const written of keys) {
    const line = text(written);
    if (line === undefined) continue;
    const pin = parseHostKey(line);
    if (pin === undefined) {
      yield unusable(written, line);
      continue;
    }
    const damage = pin.kind === 'key' ? keyDamage(line) : undefined;
    if (damage !== undefined) yield damaged(written, line, damage);
    const print = printOf(pin);
    const other = seen.get(print);
    if (other === undefined) seen.set(print, written);
    else
      yield report('PL1253', written, `the host key ${print} is pinned twice`, {
        hint: 'remove one of them',
        related: also(other),
      });
  }
}

function printOf(pin: HostKeyPin): string {
  return pin.kind === 'key' ? fingerprint(pin.blob) : pin.sha256;
}

function damaged(written: Written, line: string, damage: string): Finding {
  return report('PL1251', written, `host key ${shortKey(line)}: ${damage}`, {
    hint: 'copy the whole line again, as ssh-keyscan or known_hosts has it',
  });
}

/** Why a line pins nothing. What it holds may be anything, so that it is not repeated. */
function unusable(written: Written, line: string): Finding {
  const trimmed = line.trim();
  const damage = keyDamage(trimmed);
  if (damage !== undefined && !trimmed.startsWith('@')) return damaged(written, trimmed, damage);
  const [, message, hint] = unusableForms.find(([form]) => form.test(trimmed)) ?? noForm;
  return report('PL1252', written, message, { hint });
}

const takeAnother = 'pin a line of ssh-keyscan, such as ssh-ed25519 AAAA…';
const noForm = [/^/, 'this is no host key', `${takeAnother}, or a fingerprint, SHA256:…`] as const;

/** What people have at hand that cannot be pinned. */
const unusableForms: readonly (readonly [RegExp, string, string])[] = [
  [
    /^@revoked\s/,
    'the line revokes a host key; here are the keys that are trusted',
    'remove it: any other key is refused anyway',
  ],
  [/^@cert-authority\s/, 'the line names a certificate authority, which is not followed', takeAnother],
  [/^#/, 'the line is a comment of ssh-keyscan', 'take the line below it'],
  [
    /(?:^|\s|MD5:)(?:[0-9a-f]{2}:){15}[0-9a-f]{2}(?:\s|$)/i,
    'an MD5 fingerprint can be forged (RFC 6151), so that it pins nothing',
    'ssh-keygen -l prints the SHA-256 fingerprint: SHA256:…',
  ],
  [
    /(?:^|\s)SHA256:/,
    'the SHA-256 fingerprint is cut short: it has 43 characters of base64 after SHA256:',
    'copy the whole of it, as ssh-keygen -l prints it',
  ],
];
