import { fingerprint, parseHostKey } from '../shared/hostKey.ts';
import { jsonText } from './jsonText.ts';
import { palette } from './palette.ts';
import { visible } from './visible.ts';

/** The SSH host keys of a site's nodes. */
export interface KnownHostsReport {
  readonly site: string;
  /** By host name. */
  readonly hosts: readonly KnownHost[];
}

export interface KnownHost {
  readonly name: string;
  readonly hostname: string;
  /** What it is connected to by: host name, short name, address. */
  readonly names: readonly string[];
  /** `ssh-ed25519 AAAA…`; null: it is not known. */
  readonly key: string | null;
  /** When the node told it. */
  readonly secondsAgo: number | null;
  /** Why it is another one than before: the node was installed, or nobody knows why; null: it is none. */
  readonly changed: 'installed' | 'unexplained' | null;
  /** Why it is not known: the node told none since the router started, or was installed since and not heard of again. */
  readonly unknown: 'silent' | 'installed' | null;
}

/** Lines of OpenSSH's known_hosts. */
export function knownHostsText({ hosts }: KnownHostsReport): string {
  return hosts
    .flatMap(({ names, key }) => (key === null ? [] : [`${names.map(visible).join(',')} ${key}\n`]))
    .join('');
}

/** What a person has to know beside those lines: which nodes are missing, and which keys are others than before. */
export function knownHostsNotes({ hosts }: KnownHostsReport, colour: boolean): string {
  const mark = palette(colour).warning('!');
  return hosts
    .map(noteOf)
    .filter((note) => note !== '')
    .map((note) => `${mark} ${visible(note)}\n`)
    .join('');
}

/** The same as data. */
export function knownHostsJson({ site, hosts }: KnownHostsReport): string {
  const withFingerprints = hosts.map((host) => ({ ...host, fingerprint: printOf(host.key) }));
  return jsonText({ version: 1, site, hosts: withFingerprints });
}

function noteOf({ hostname, key, changed, unknown }: KnownHost): string {
  if (unknown === 'silent')
    return `${hostname}: its host key is not known: it told none since the router started`;
  if (unknown === 'installed')
    return `${hostname}: its host key is not known: it was installed since it told one, and has not told the new one`;
  if (changed === 'installed')
    return `${hostname}: the host key is another one than before, as it was installed since: remove the old one with ssh-keygen -R`;
  if (changed === 'unexplained')
    return `${hostname}: the host key ${printOf(key)} is another one than before, and the gate knows of no installation: compare it with the one that the node's console shows`;
  return '';
}

function printOf(key: string | null): string | null {
  const pin = parseHostKey(key ?? '');
  return pin?.kind === 'key' ? fingerprint(pin.blob) : null;
}
