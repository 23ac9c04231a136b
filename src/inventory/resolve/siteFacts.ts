import type { Document } from '../model/document.ts';
import type { Router, Site, SiteNetwork, SshAccess, UnknownMachines } from '../model/site.ts';
import { formatNetwork, parseNetwork } from './ipv4.ts';
import { below, builtIn, derived, fromFile, type Note } from './note.ts';
import { at, entriesOf, root, text, texts, type Written } from './written.ts';

/** What a site is apart from its nodes and its cluster. */
export type SiteFacts = Pick<
  Site,
  'name' | 'file' | 'folder' | 'domain' | 'network' | 'router' | 'unknownMachines' | 'strict' | 'rules'
>;

/** Reads the facts of site.yaml; what it lacks gets its default. */
export function resolveSiteFacts(site: Document, folder: string, note: Note): SiteFacts {
  const written = root(site);
  const domain = take(at(written, 'domain'), text, '', note, ['domain']);
  const router = resolveRouter(at(written, 'router'), below(note, 'router'));
  const strict = ({ value }: Written) => (typeof value === 'boolean' ? value : undefined);
  return {
    name: take(at(written, 'name'), text, domain.split('.', 1)[0] ?? '', note, ['name'], derived('domain')),
    file: site.file,
    folder,
    domain,
    network: resolveNetwork(at(written, 'network'), router.address, below(note, 'network')),
    router,
    unknownMachines: take(at(written, 'unknownMachines'), policy, 'localBoot', note, ['unknownMachines']),
    strict: take(at(written, 'strict'), strict, true, note, ['strict']),
    rules: resolveRules(at(written, 'rules')),
  };
}

/** Severities of rules; words that are none are left out. */
export function resolveRules(written: Written): Site['rules'] {
  const rules: Record<string, 'off' | 'warning' | 'error'> = {};
  for (const [code, { value }] of entriesOf(written))
    if (value === 'off' || value === 'warning' || value === 'error') rules[code] = value;
  return rules;
}

function resolveNetwork(network: Written, router: string, note: Note): SiteNetwork {
  const fromRouter = derived('router.address');
  const cidr = take(at(network, 'cidr'), text, '', note, ['cidr']);
  const parsed = parseNetwork(cidr);
  const from = text(at(network, 'dhcpPool', 'from'));
  const to = text(at(network, 'dhcpPool', 'to'));
  if (from !== undefined) note(['dhcpPool'], fromFile(at(network, 'dhcpPool')));
  return {
    cidr: parsed === undefined ? cidr : formatNetwork(parsed),
    gateway: take(at(network, 'gateway'), text, router, note, ['gateway'], fromRouter),
    dns: take(at(network, 'dns'), list, [router], note, ['dns'], fromRouter),
    ntp: take(at(network, 'ntp'), list, [], note, ['ntp']),
    ...(from === undefined || to === undefined ? {} : { dhcpPool: { from, to } }),
  };
}

function resolveRouter(router: Written, note: Note): Router {
  const address = take(at(router, 'address'), text, '', note, ['address']);
  const url = take(
    at(router, 'url'),
    text,
    `http://${address}:8069`,
    note,
    ['url'],
    derived('router.address'),
  );
  return {
    address,
    url: url.replace(/\/+$/, ''),
    gate: take(at(router, 'gate'), gate, 'cgi', note, ['gate']),
    target: take(at(router, 'target'), target, 'openwrt', note, ['target']),
    ssh: resolveSsh(at(router, 'ssh'), below(note, 'ssh')),
    storage: take(at(router, 'storage'), text, '/mnt/usb', note, ['storage']).replace(/(?!^)\/+$/, ''),
    keepReleases: take(at(router, 'keepReleases'), number, 5, note, ['keepReleases']),
  };
}

function resolveSsh(ssh: Written, note: Note): Router['ssh'] {
  const jump = at(ssh, 'jump');
  const host = text(at(jump, 'host'));
  if (host === undefined) return resolveAccess(ssh, note);
  note(['jump', 'host'], fromFile(at(jump, 'host')));
  return { ...resolveAccess(ssh, note), jump: { host, ...resolveAccess(jump, below(note, 'jump')) } };
}

function resolveAccess(written: Written, note: Note): SshAccess {
  return {
    port: take(at(written, 'port'), number, 22, note, ['port']),
    user: take(at(written, 'user'), text, 'root', note, ['user']),
    hostKeys: take(at(written, 'hostKeys'), list, [], note, ['hostKeys']),
  };
}

function take<T>(
  written: Written,
  read: (written: Written) => T | undefined,
  fallback: T,
  note: Note,
  path: readonly string[],
  otherwise = builtIn,
): T {
  const value = read(written);
  note(path, value === undefined ? otherwise : fromFile(written));
  return value ?? fallback;
}

function list(written: Written): readonly string[] | undefined {
  return Array.isArray(written.value) ? texts(written) : undefined;
}

function policy({ value }: Written): UnknownMachines | undefined {
  return value === 'ignore' || value === 'localBoot' || value === 'discover' ? value : undefined;
}

function target({ value }: Written): Router['target'] | undefined {
  return value === 'openwrt' || value === 'posix' || value === 'directory' ? value : undefined;
}

function gate({ value }: Written): Router['gate'] | undefined {
  return value === 'cgi' || value === 'static' ? value : undefined;
}

function number({ value }: Written): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
