import { createHmac } from 'node:crypto';
import { parseHostKey, publicKeyLine } from './hostKey.ts';

/**
 * The keys that a text in the format of `known_hosts` (sshd(8)) has for a host at port 22, by any of its names or addresses. Names that are
 * hashed are known by them; patterns with `*`, `?` or `!`, and lines that revoke a key or name an authority, say nothing here.
 */
export function knownHostKeys(text: string, names: readonly string[]): string[] {
  return text.split('\n').flatMap((line) => {
    const [hosts = ''] = line.trim().split(/[ \t]+/);
    if (!hosts.split(',').some((pattern) => names.some((name) => isNamed(pattern, name)))) return [];
    const pin = parseHostKey(line);
    return pin?.kind === 'key' ? [publicKeyLine(pin.blob)] : [];
  });
}

function isNamed(pattern: string, name: string): boolean {
  const [, salt, hash] = /^\|1\|([A-Za-z0-9+/=]+)\|([A-Za-z0-9+/=]+)$/.exec(pattern) ?? [];
  if (salt === undefined) return pattern.toLowerCase() === name.toLowerCase() || pattern === `[${name}]:22`;
  return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash;
}
