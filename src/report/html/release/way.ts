import type { Node } from '../../../inventory/model/node.ts';
import type { Site } from '../../../inventory/model/site.ts';
import { limits } from '../limits.ts';
import { html } from '../markup.ts';
import type { Section } from '../page.ts';
import { bootLine, type Station } from '../pictures/bootLine.ts';
import { networkPicture, type PicturedNode } from '../pictures/network.ts';
import { roleName } from '../roles.ts';

/** Who boots whom, and how: two pictures. */
export function way(site: Site): Section {
  const { router, network } = site;
  return {
    id: 'way',
    title: 'How machines boot',
    content: html`<figure class="card figure">${networkPicture({ address: router.address, line: `DHCP, TFTP, HTTP · ${router.storage}`, network: network.cidr }, pictured(site.nodes))}<figcaption>The router hands out addresses and boot programs, and serves releases from its storage. The switch may be the router’s own.</figcaption></figure>
<figure class="card figure">${bootLine(stations(site), 'From DHCP over TFTP, iPXE and the gate to the installer and the disk; a machine that is not armed boots its own disk')}<figcaption>Any step that fails goes on to the machine’s own disk. The gate lets an armed machine install once, and forgets that when it reports ready, when its time is up, or when the router restarts.</figcaption></figure>`,
  };
}

function stations({ network, router, ipxe, nodes, cluster }: Site): Station[] {
  const pool = network.dhcpPool;
  const programs = [...new Set(ipxe.map(({ name }) => name))];
  const version = [...new Set(nodes.flatMap(({ images }) => images?.version ?? []))];
  return [
    {
      name: 'DHCP',
      lines: [
        'an address from dnsmasq',
        ...(pool === undefined ? [] : [`${pool.from} to .${pool.to.split('.').at(-1)}`]),
      ],
    },
    { name: 'TFTP', lines: ['the boot program', programs.join(', ') || 'iPXE'] },
    { name: 'iPXE', lines: ['boot.ipxe, over HTTP', 'by MAC, then by name'] },
    {
      name: 'Gate',
      lines: ['armed?', router.gate === 'static' ? 'a file says so' : 'a program says so'],
      aside: ['own disk', 'not armed: boots as it is'],
    },
    {
      name: 'Installer',
      lines: ['Fedora CoreOS', version.length === 1 ? (version[0] ?? '') : 'as the image lock says'],
    },
    {
      name: 'Disk',
      lines: ['first boot, then ready', cluster === undefined ? 'without K3s' : `K3s ${cluster.version}`],
    },
  ];
}

/** Each node of a small site; of a big one, a stack for each role. */
function pictured(nodes: readonly Node[]): PicturedNode[] {
  if (nodes.length <= limits.pictured)
    return nodes.map((node) => ({
      name: node.shortName,
      line: `${addressOf(node)} · ${roleName(node.role)}`,
      role: node.role,
    }));
  return (['server', 'agent', 'none'] as const).flatMap((role) => {
    const own = nodes.filter((node) => node.role === role);
    const [first] = own;
    if (first === undefined) return [];
    const name =
      role === 'none'
        ? `${own.length} nodes without K3s`
        : `${own.length} ${role}${own.length === 1 ? '' : 's'}`;
    return [{ name, line: `${first.shortName} … ${own.at(-1)?.shortName ?? ''}`, role, count: own.length }];
  });
}

/** An IPv4 address, or what stands for one. */
export function addressOf({ network: { address } }: Node): string {
  return address.method === 'static' ? address.address : 'address by DHCP';
}
