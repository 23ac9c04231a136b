import type { ExtraDisk, Node } from '../../../inventory/model/node.ts';
import { leftOut } from '../leftOut.ts';
import { limits } from '../limits.ts';
import { type Content, each, html, type Markup } from '../markup.ts';
import { codes, fact } from './overview.ts';

/** What the inventory says of each node, folded. */
export function nodeDetails(nodes: readonly Node[]): Markup {
  const shown = nodes.slice(0, limits.nodeDetails);
  return html`<details class="fold" data-group><summary><b>Every setting</b><span class="soft small">disks, kernel arguments, power, updates</span></summary><div class="inside">
${each(
  shown,
  (
    node,
  ) => html`<details class="fold" data-find><summary><b>${node.shortName}</b><span class="right"><code>${node.file}</code></span></summary><div class="inside"><dl class="facts">${settings(node)}</dl></div></details>
`,
)}${leftOut(nodes.length - shown.length, 'node', 'pilotlight show NODE tells its settings')}</div></details>`;
}

function settings(node: Node): Markup {
  const { network, installDisk, installer } = node;
  return html`${fact('Host name', html`<code>${node.hostname}</code>`)}
${fact('MAC', codes(node.macs))}
${fact('Network', networkText(network))}
${fact('Install disk', html`<code>${installDisk.device}</code>${installDisk.keepPartitions.length === 0 ? '' : html`, keeps ${each(installDisk.keepPartitions, (each_, index) => `${index === 0 ? '' : ', '}${'label' in each_ ? each_.label : `partition ${each_.index}`}`)}`}`)}
${listed('More disks', node.extraDisks, diskText)}
${listed('Kernel arguments', node.kernelArguments, (argument) => html`<code>${argument}</code> `)}
${fact('Installer', `${installer.mode === 'live' ? 'live: nothing is written' : installer.source === 'osmet' ? 'from the live image' : 'from the metal image'}${installer.insecure ? ', without a signature' : ''}`)}
${listed('Labels', Object.entries(node.labels), ([name, value]) => html`<code>${name}=${value}</code> `)}
${listed('Taints', node.taints, ({ key, value, effect }) => html`<code>${key}${value === undefined ? '' : `=${value}`}:${effect}</code> `)}
${listed('Groups', node.groups, (group) => html`<code>${group}</code> `)}
${listed('Overlays', node.overlays, ({ file }) => html`<code>${file}</code> `)}
${listed('Users', node.users, ({ name }) => html`<code>${name}</code> `)}
${fact('Power', node.power.map(({ method }) => method).join(', ') || 'none')}
${fact('Updates', updatesText(node))}
${fact('When not armed', localBoots[node.localBoot])}`;
}

const localBoots: Readonly<Record<Node['localBoot'], string>> = {
  exit: 'iPXE ends, and the firmware goes on to the disk',
  exitError: 'iPXE ends with an error, and the firmware goes on to the disk',
  sanboot: 'iPXE boots the first disk',
  poweroff: 'it is powered off',
};

function listed<T>(name: string, list: readonly T[], make: (element: T) => Content): Markup {
  return list.length === 0 ? html`` : fact(name, html`${each(list, make)}`);
}

function diskText({ device, filesystem, label, mount, wipe }: ExtraDisk): Markup {
  return html`<div><code>${device}</code> ${filesystem}, ${label}${mount === undefined ? '' : html` at <code>${mount}</code>`}${wipe ? ', erased by each reimage' : ', kept'}</div>`;
}

function networkText({ address, gateway, vlan, bond, mtu }: Node['network']): Markup {
  const own =
    address.method === 'static'
      ? html`<code>${address.address}/${address.prefixLength}</code>`
      : html`by DHCP`;
  return html`${own}, gateway <code>${gateway}</code>${vlan === undefined ? '' : `, VLAN ${vlan}`}${bond === undefined ? '' : `, bond ${bond.mode} of ${bond.macs.length}`}${mtu === undefined ? '' : `, MTU ${mtu}`}`;
}

function updatesText({ updates: { strategy, windows } }: Node): string {
  if (strategy !== 'windows') return strategy === 'off' ? 'off' : 'at once';
  const list = windows.map(
    ({ days, start, lengthMinutes }) => `${days.join(', ')} ${start} UTC, ${lengthMinutes} min`,
  );
  return list.join('; ') || 'in windows';
}
