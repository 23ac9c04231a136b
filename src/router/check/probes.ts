import type { Site } from '../../inventory/model/site.ts';
import type { RouterFacts } from '../facts/routerFacts.ts';
import { textOf, wordsOf } from '../facts/values.ts';
import { desiredConfig } from '../plan/desired.ts';
import { bootFile } from '../plan/firmware.ts';
import { bootUrl, webServer } from '../plan/served.ts';
import type { WantedSection } from '../plan/wantedSection.ts';
import type { ProbeRequest } from '../run/probe/probe.ts';

/** What a router that boots the nodes of a site has to answer. */
export function probesOf(site: Site, facts: RouterFacts): ProbeRequest {
  const desired = desiredConfig(site, facts);
  const server = webServer(site);
  const file = bootFile(site.ipxe, 'x86_64') ?? bootFile(site.ipxe, 'aarch64');
  return {
    bootUrl: server.by === 'us' ? bootUrl(site) : undefined,
    tftp: file === undefined ? undefined : { host: site.router.address, path: file },
    dnsmasqLines: [
      ...desired.options.map(({ option, value }) =>
        option === 'enable_tftp' ? 'enable-tftp' : `tftp-root=${String(value)}`,
      ),
      ...desired.sections.flatMap(lineOf),
    ],
    services: server.by === 'us' ? ['dnsmasq', 'uhttpd'] : ['dnsmasq'],
    udpPorts: [67, 69],
    tcpPorts: server.by === 'us' ? [server.port] : [],
  };
}

/** The lines that dnsmasq's init script makes, where all releases of OpenWrt make the same one. */
function lineOf(section: WantedSection): string[] {
  const networkid = textOf(section, 'networkid') ?? '';
  if (section.package !== 'dhcp') return [];
  if (section.type === 'match') return [`dhcp-match=set:${networkid},${textOf(section, 'match') ?? ''}`];
  if (section.type === 'userclass') {
    return [`dhcp-userclass=set:${networkid},${textOf(section, 'userclass') ?? ''}`];
  }
  if (section.type !== 'tag') return [];
  return wordsOf(section, 'dhcp_option').map((option) => `dhcp-option-force=tag:${section.name},${option}`);
}
