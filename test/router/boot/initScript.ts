import { isOn, textOf, wordsOf } from '../../../src/router/facts/values.ts';
import { referenceTo } from '../../../src/router/uci/reference.ts';
import type { UciPackage, UciSection } from '../../../src/router/uci/section.ts';
import { poolLines } from './pools.ts';

/** What a router's other programs tell its init scripts. */
export interface InitScriptRouter {
  /** Addresses of its interfaces: `lan` → br-lan, 192.168.26.1, 24 bits. */
  readonly networks: ReadonlyMap<string, RouterNetwork>;
  /** A folder for what OpenWrt has below /tmp and /var: leases and the file of host names. */
  readonly folder: string;
}

export interface RouterNetwork {
  readonly device: string;
  readonly address: string;
  readonly prefixLength: number;
}

/** The configuration of one dnsmasq, and the host names that it reads besides. */
export interface DnsmasqFiles {
  readonly conf: string;
  readonly hosts: string;
}

/**
 * What OpenWrt's init script makes of the package dhcp for one dnsmasq, from the options that OpenWrt documents for its sections. Lines
 * that only quicken or log DNS are left out. It has its limits: no IPv6 and no DUIDs, no ubus and no resolver, no sections of types that
 * are rarer than host, boot, match, userclass, vendorclass, mac, tag, domain and dhcp; no jail; a pool is never refused because another
 * server answers. Not OpenWrt's: addresses are offered without asking for them by ping first, which takes seconds.
 *
 * @param reference the section of type dnsmasq: its name, or `@dnsmasq[0]`
 */
export function dnsmasqFiles(dhcp: UciPackage, reference: string, router: InitScriptRouter): DnsmasqFiles {
  const main = dhcp.sections.find(
    (section) => section.type === 'dnsmasq' && referenceTo(dhcp, section) === reference,
  );
  if (main === undefined) throw new Error(`there is no dnsmasq section ${reference}`);
  const own = dhcp.sections.filter((section) => isFor(section, main));
  const lines = (type: string, of: (section: UciSection, name: string) => string[]): string[] =>
    own
      .filter((section) => section.type === type)
      .flatMap((section) => of(section, section.name ?? referenceTo(dhcp, section)));
  const domain = textOf(main, 'domain');
  const conf = [
    ...mainLines(main, router),
    ...lines('host', hostLines),
    ...lines('boot', bootLines),
    ...lines('mac', (section) => tagged(section, 'dhcp-mac', 'mac')),
    ...lines('tag', (section, name) => optionLines(section, `tag:${name}`)),
    ...lines('vendorclass', (section) => tagged(section, 'dhcp-vendorclass', 'vendorclass')),
    ...lines('userclass', (section) => tagged(section, 'dhcp-userclass', 'userclass')),
    ...lines('match', (section) => tagged(section, 'dhcp-match', 'match')),
    ...lines('dhcp', (section) => [...poolLines(section, router), ...poolOptions(section, router)]),
  ];
  const hosts = [...lines('host', (section) => hostNames(section, domain)), ...lines('domain', domainNames)];
  return { conf: joined(conf), hosts: joined(hosts) };
}

/** Sections that name an instance are for that one; the others for all. */
function isFor(section: UciSection, main: UciSection): boolean {
  const instance = textOf(section, 'instance');
  return instance === undefined || instance === main.name;
}

function mainLines(main: UciSection, { networks, folder }: InitScriptRouter): string[] {
  const flag = (option: string, line: string, otherwise = false): string[] =>
    isOn(main, option, otherwise) ? [line] : [];
  const value = (option: string, line: string): string[] => {
    const text = textOf(main, option);
    return text === undefined ? [] : [`${line}=${text}`];
  };
  const devices = (option: string, line: string): string[] =>
    wordsOf(main, option).map((name) => `${line}=${networks.get(name)?.device ?? name}`);
  return [
    ...flag('authoritative', 'dhcp-authoritative'),
    ...flag('nonwildcard', 'bind-dynamic', true),
    ...flag('expandhosts', 'expand-hosts'),
    ...flag('sequential_ip', 'dhcp-sequential-ip'),
    ...flag('enable_tftp', 'enable-tftp'),
    ...flag('tftp_unique_root', 'tftp-unique-root'),
    ...value('tftp_root', 'tftp-root'),
    ...value('dhcp_boot', 'dhcp-boot'),
    ...value('domain', 'domain'),
    ...value('port', 'port'),
    ...value('local', 'server'),
    ...devices('interface', 'interface'),
    ...devices('notinterface', 'except-interface'),
    `addn-hosts=${folder}/hosts`,
    `dhcp-leasefile=${folder}/dhcp.leases`,
    'no-resolv',
    'no-hosts',
    'no-ping',
    ...optionLines(main, ''),
  ];
}

/** Options of DHCP for those with a tag, and for all where it is empty. */
function optionLines(section: UciSection, tag: string): string[] {
  const forced = isOn(section, 'force', false) ? '-force' : '';
  const prefix = tag === '' ? '' : `${tag},`;
  return valuesOf(section, 'dhcp_option')
    .map((option) => `dhcp-option${forced}=${prefix}${option}`)
    .concat(valuesOf(section, 'dhcp_option_force').map((option) => `dhcp-option-force=${prefix}${option}`));
}

/** A list as it stands, or the words of a text. */
function valuesOf(section: UciSection, option: string): readonly string[] {
  const value = section.options.get(option);
  return Array.isArray(value) ? value : wordsOf(section, option);
}

function hostLines(section: UciSection): string[] {
  const networkid = textOf(section, 'networkid');
  const options = networkid === undefined ? [] : optionLines(section, networkid);
  const ip = textOf(section, 'ip');
  const name = textOf(section, 'name');
  const macs = wordsOf(section, 'mac');
  if (!isOn(section, 'enable', true) || (ip === undefined && name === undefined)) return options;
  if (macs.length === 0 && name === undefined) return options;
  const fields = [
    ...(macs.length > 0 ? macs : [name]),
    networkid && `set:${networkid}`,
    ...wordsOf(section, 'tag').map((tag) => `set:${tag}`),
    ip,
    macs.length > 0 ? name : undefined,
    textOf(section, 'leasetime'),
  ];
  return [...options, `dhcp-host=${fields.filter(Boolean).join(',')}`];
}

/** Without a server name, a section with a server's address is dropped without a word. */
function bootLines(section: UciSection): string[] {
  const networkid = textOf(section, 'networkid');
  const filename = textOf(section, 'filename');
  const servername = textOf(section, 'servername');
  const serveraddress = textOf(section, 'serveraddress');
  if (filename === undefined || (serveraddress !== undefined && servername === undefined)) return [];
  const fields = [networkid && `net:${networkid}`, filename, servername, serveraddress];
  return [`dhcp-boot=${fields.filter(Boolean).join(',')}`, ...optionLines(section, networkid ?? '')];
}

/** A section that gives a tag to those who match. */
function tagged(section: UciSection, line: string, option: string): string[] {
  const networkid = textOf(section, 'networkid');
  const value = textOf(section, option);
  if (networkid === undefined || value === undefined) return [];
  return [
    `${line}=${line === 'dhcp-mac' ? '' : 'set:'}${networkid},${value}`,
    ...optionLines(section, networkid),
  ];
}

function poolOptions(section: UciSection, { networks }: InitScriptRouter): string[] {
  const name = textOf(section, 'interface');
  if (name === undefined || !networks.has(name) || isOn(section, 'ignore', false)) return [];
  return optionLines(section, textOf(section, 'networkid') ?? name);
}

function hostNames(section: UciSection, domain: string | undefined): string[] {
  const ip = textOf(section, 'ip');
  const name = textOf(section, 'name');
  if (!isOn(section, 'enable', true) || !isOn(section, 'dns', false)) return [];
  if (ip === undefined || name === undefined) return [];
  return [`${ip} ${name}${domain === undefined ? '' : `.${domain}`}`];
}

function domainNames(section: UciSection): string[] {
  const ip = textOf(section, 'ip');
  const names = wordsOf(section, 'name');
  return ip === undefined || names.length === 0 ? [] : [`${ip} ${names.join(' ')}`];
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
