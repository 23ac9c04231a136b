import type { Document } from '../model/document.ts';
import type { NodeNetwork } from '../model/node.ts';
import type { SiteNetwork } from '../model/site.ts';
import type { Share } from './combination.ts';
import { parseNetwork } from './ipv4.ts';
import type { Layers } from './layer.ts';
import { normaliseMac } from './mac.ts';
import { derived, fromFile, type Note } from './note.ts';
import { mergedEntries, pick, pickOptionalNumber } from './pick.ts';
import { at, root, text, texts } from './written.ts';

/** How a node is on the network. What it says nothing of is the site's. */
export function resolveNodeNetwork(
  node: Document,
  macs: readonly string[],
  site: SiteNetwork,
  share: Share,
  note: Note,
): NodeNetwork {
  const common = share('network', ['gateway', 'dns', 'ntp', 'vlan', 'mtu'], (layers) =>
    resolveCommon(layers, site, note),
  );
  const bond = share('bond', ['bond'], (layers) => resolveBond(layers, note));
  const network = { address: resolveAddress(node, site.cidr, note), ...common };
  return bond === undefined ? network : { ...network, bond: { ...bond, macs: bond.macs ?? macs } };
}

/** Normalised MACs of a node's file, in its order. */
export function resolveMacs(node: Document, note: Note): readonly string[] {
  const written = at(root(node), 'macs');
  note(['macs'], fromFile(written));
  return texts(written).map((mac) => normaliseMac(mac) ?? mac);
}

function resolveAddress(node: Document, cidr: string, note: Note): NodeNetwork['address'] {
  const written = at(root(node), 'address');
  const address = text(written) ?? 'dhcp';
  note(['network', 'address'], fromFile(written));
  if (address === 'dhcp') return { method: 'dhcp' };
  return { method: 'static', address, prefixLength: parseNetwork(cidr)?.prefixLength ?? 32 };
}

function resolveCommon(layers: Layers, site: SiteNetwork, note: Note): Omit<NodeNetwork, 'address' | 'bond'> {
  const noteNetwork: Note = (path, origin) => note(['network', ...path], origin);
  const gateway = pick(layers, ['gateway']);
  const dns = pick(layers, ['dns']);
  const ntp = pick(layers, ['ntp']);
  noteNetwork(['gateway'], gateway === undefined ? derived('router.address') : fromFile(gateway));
  noteNetwork(['dns'], dns === undefined ? derived('router.address') : fromFile(dns));
  noteNetwork(['ntp'], ntp === undefined ? { kind: 'default' } : fromFile(ntp));
  const vlan = pickOptionalNumber(layers, ['vlan'], noteNetwork);
  const mtu = pickOptionalNumber(layers, ['mtu'], noteNetwork);
  return {
    gateway: (gateway && text(gateway)) ?? site.gateway,
    dns: dns === undefined ? site.dns : texts(dns),
    ntp: ntp === undefined ? site.ntp : texts(ntp),
    ...(vlan === undefined ? {} : { vlan }),
    ...(mtu === undefined ? {} : { mtu }),
  };
}

interface WantedBond {
  readonly mode: string;
  /** All MACs of the node when nothing says. */
  readonly macs: readonly string[] | undefined;
  readonly options: Readonly<Record<string, string>>;
}

function resolveBond(layers: Layers, note: Note): WantedBond | undefined {
  const mode = pick(layers, ['bond', 'mode']);
  if (mode === undefined) return undefined;
  note(['network', 'bond', 'mode'], fromFile(mode));
  const macs = pick(layers, ['bond', 'macs']);
  note(['network', 'bond', 'macs'], macs === undefined ? derived('macs') : fromFile(macs));
  const options: Record<string, string> = {};
  for (const [name, written] of mergedEntries(layers, ['bond', 'options'])) {
    options[name] = String(written.value);
    note(['network', 'bond', 'options', name], fromFile(written));
  }
  return {
    mode: text(mode) ?? '',
    macs: macs && texts(macs).map((mac) => normaliseMac(mac) ?? mac),
    options,
  };
}
