import type { Site } from '../../../inventory/model/site.ts';
import { counted } from '../../counts.ts';
import { secretBadge } from '../highlight/secretBadges.ts';
import { each, html, type Markup, trusted } from '../markup.ts';
import type { Section } from '../page.ts';
import { roleName } from '../roles.ts';

/** The site at a glance. */
export function overview(site: Site): Section {
  const { cluster, network, router } = site;
  return {
    id: 'overview',
    title: 'At a glance',
    content: html`<div class="tiles">
${tile('Nodes', String(site.nodes.length), rolesText(site))}
${tile('Fedora CoreOS', versions(site) || 'none locked', site.nodes.some(({ images }) => images === undefined) ? 'some nodes have no image set in the lock' : architectures(site), true)}
${cluster === undefined ? tile('K3s', 'none', 'no node has a role in a cluster', true) : tile('K3s', cluster.version, `${counted(cluster.servers.length, 'server')}, ${cluster.cni}, from ${cluster.source === 'router' ? 'the router' : 'get.k3s.io'}`, true)}
${tile('Router', router.address, `${targets[router.target]}, ${gates[router.gate]}`, true)}
</div>
<div class="two">
<div class="card"><h3>Network</h3><dl class="facts">
${fact('Addresses', html`<code>${network.cidr}</code>`)}
${fact('Gateway', html`<code>${network.gateway}</code>`)}
${fact('DNS', codes(network.dns))}
${network.ntp.length === 0 ? '' : fact('NTP', codes(network.ntp))}
${network.dhcpPool === undefined ? '' : fact('DHCP pool', html`<code>${network.dhcpPool.from}</code> to <code>${network.dhcpPool.to}</code>`)}
${fact('Unknown machines', unknown[site.unknownMachines])}
${fact('Served from', html`<code>${router.url}</code>`)}
</dl></div>
<div class="card">${
      cluster === undefined
        ? secretsCard(site)
        : html`<h3>Cluster</h3><dl class="facts">
${fact('First server', html`<code>${cluster.firstServer}</code>`)}
${fact('Pods, services', html`<code>${cluster.clusterCidr}</code>, <code>${cluster.serviceCidr}</code>`)}
${fact('Volumes', cluster.storage)}
${fact('Another version', cluster.upgrade === 'inPlace' ? 'replaced in place' : 'by reimage')}
${cluster.disable.length === 0 ? '' : fact('Left out', cluster.disable.join(', '))}
${cluster.endpoint === undefined ? '' : fact('Endpoint', html`<code>${cluster.endpoint.provider === 'dns' ? cluster.endpoint.name : cluster.endpoint.address}</code>`)}
${fact('Secrets', secrets(site))}
</dl>`
    }</div></div>`,
  };
}

const unknown: Readonly<Record<Site['unknownMachines'], string>> = {
  ignore: 'are left alone',
  localBoot: 'boot their own disk',
  discover: 'are noted, and boot their own disk',
};

const gates: Readonly<Record<Site['router']['gate'], string>> = {
  cgi: 'with a gate',
  static: 'with static boot files',
};

const targets: Readonly<Record<Site['router']['target'], string>> = {
  openwrt: 'OpenWrt',
  posix: 'a POSIX host',
  directory: 'a folder',
};

function tile(title: string, value: string, more: string, isText = false): Markup {
  return html`<div class="card tile"><h3>${title}</h3><div class="big${isText ? ' text' : ''}">${value}</div><p>${more}</p></div>`;
}

/** A row of a list of facts. */
export function fact(name: string, value: Markup | string): Markup {
  return html`<dt>${name}</dt><dd>${value}</dd>`;
}

/** Values in code, with commas between. */
export function codes(values: readonly string[]): Markup {
  return html`${each(values, (value, index) => html`${index === 0 ? '' : ', '}<code>${value}</code>`)}`;
}

function secretsCard(site: Site): Markup {
  return html`<h3>Secrets</h3><p>${secrets(site)}</p>`;
}

function secrets({ secrets: list }: Site): Markup {
  if (list.length === 0) return html`none`;
  return html`${each(list, ({ secret, version = 1 }) => html`${trusted(secretBadge(version === 1 ? secret : `${secret} v${version}`))} `)}`;
}

function rolesText({ nodes }: Site): string {
  const roles = ['server', 'agent', 'none'] as const;
  return roles
    .map((role) => [role, nodes.filter((node) => node.role === role).length] as const)
    .filter(([, count]) => count > 0)
    .map(([role, count]) => (role === 'none' ? `${count} ${roleName(role)}` : counted(count, role)))
    .join(', ');
}

function versions({ nodes }: Site): string {
  return [...new Set(nodes.flatMap(({ images }) => images?.version ?? []))].join(', ');
}

function architectures({ nodes }: Site): string {
  const streams = [...new Set(nodes.map(({ stream, architecture }) => `${stream}, ${architecture}`))];
  return streams.join('; ');
}
