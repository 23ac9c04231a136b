import type { Site } from '../../inventory/model/site.ts';
import type { RouterFacts } from '../facts/routerFacts.ts';
import { sectionsOf, textOf } from '../facts/values.ts';
import type { DesiredConfig } from '../uci/section.ts';
import { bootSections } from './bootSections.ts';
import { nodeSections } from './nodeSections.ts';
import { rootFolder, tftpFolder, webServer } from './served.ts';
import { handWrittenMount, storageDisk } from './storageMount.ts';
import { type WantedSection, wantedSection } from './wantedSection.ts';

/** Options that stand in somebody else's dnsmasq section: they have no section of their own. */
const tftpOptions = ['enable_tftp', 'tftp_root'] as const;

/** Where we keep what those options were before. OpenWrt's scripts pass over types that they do not know. */
const savedName = 'pilotlight_saved';

/** What a router's configuration has to be, so that it boots the nodes of a site. */
export function desiredConfig(site: Site, facts: RouterFacts): DesiredConfig {
  const { instances, serving } = facts.dnsmasq;
  const instance = instances.length > 1 ? serving?.section.name : undefined;
  const dhcp =
    serving === undefined ? [] : [...nodeSections(site, instance), ...bootSections(site, instance)];
  const root = `${rootFolder(site)}/${tftpFolder}`;
  return {
    sections: [...saved(facts), ...dhcp, ...web(site), ...mount(site, facts)],
    options:
      serving === undefined
        ? []
        : [
            { package: 'dhcp', section: serving.reference, option: 'enable_tftp', value: '1' },
            { package: 'dhcp', section: serving.reference, option: 'tftp_root', value: root },
          ],
  };
}

/** The configuration without anything of ours: what those options were is put back. */
export function restoredConfig(facts: RouterFacts): DesiredConfig {
  const before = savedSection(facts);
  const section = before === undefined ? undefined : textOf(before, 'section');
  if (before === undefined || section === undefined) return { sections: [], options: [] };
  return {
    sections: [],
    options: tftpOptions.map((option) => ({
      package: 'dhcp',
      section,
      option,
      value: textOf(before, option),
    })),
  };
}

function savedSection({ configuration }: RouterFacts) {
  return sectionsOf(configuration, 'dhcp').find(({ name }) => name === savedName);
}

/** What was saved once stays as it is: later values are our own. */
function saved(facts: RouterFacts): WantedSection[] {
  const { serving } = facts.dnsmasq;
  const there = savedSection(facts);
  if (there !== undefined) {
    return [wantedSection('dhcp', 'pilotlight', savedName, Object.fromEntries(there.options))];
  }
  if (serving === undefined) return [];
  const values = tftpOptions.map((option) => [option, textOf(serving.section, option)]);
  return [
    wantedSection('dhcp', 'pilotlight', savedName, {
      section: serving.reference,
      ...Object.fromEntries(values),
    }),
  ];
}

/** A web server of our own: nothing of the storage but the root folder is seen, and nothing outside of it. */
function web(site: Site): WantedSection[] {
  const server = webServer(site);
  if (server.by === 'others') return [];
  return [
    wantedSection('uhttpd', 'uhttpd', 'pilotlight_http', {
      listen_http: [`${server.address}:${server.port}`],
      home: rootFolder(site),
      no_dirlists: '1',
      no_symlinks: '1',
      rfc1918_filter: '0',
      ...(site.router.gate === 'cgi'
        ? { cgi_prefix: '/cgi-bin', max_requests: '10', script_timeout: '30' }
        : {}),
    }),
  ];
}

/** Mounts the storage at every start, unless somebody has seen to that. A mount of ours stays when the disk is not there now. */
function mount(site: Site, facts: RouterFacts): WantedSection[] {
  const { storage, target } = site.router;
  if (target !== 'openwrt' || handWrittenMount(facts, storage) !== undefined) return [];
  const own = sectionsOf(facts.configuration, 'fstab').find(({ name }) => name === 'pilotlight_usb');
  const uuid = storageDisk(facts, storage)?.uuid ?? (own === undefined ? undefined : textOf(own, 'uuid'));
  if (uuid === undefined) return [];
  return [wantedSection('fstab', 'mount', 'pilotlight_usb', { target: storage, uuid, enabled: '1' })];
}
