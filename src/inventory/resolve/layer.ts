import type { Document } from '../model/document.ts';
import type { Pointer } from '../model/provenance.ts';
import { at, items, root, text, type Written } from './written.ts';

/** One source of node settings. Layers are ordered from the least specific to the most: site, defaults, groups, node. */
export interface Layer {
  readonly kind: 'site' | 'defaults' | 'group' | 'node';
  /** Name of the group. */
  readonly group?: string;
  /** The map of settings; of `site`, all of site.yaml. */
  readonly settings: Written;
}

/** Layers of one node, least specific first. */
export type Layers = readonly Layer[];

/** Keys of site.yaml that are settings of every node, and where they stand. */
const siteSettings: Readonly<Record<string, Pointer>> = {
  gateway: ['network', 'gateway'],
  dns: ['network', 'dns'],
  ntp: ['network', 'ntp'],
  coreos: ['coreos'],
  users: ['users'],
  ssh: ['ssh'],
  updates: ['updates'],
  timezone: ['timezone'],
  overlays: ['overlays'],
};

/** What a layer says of a setting. */
export function setting(layer: Layer, key: string, ...rest: Pointer): Written {
  if (layer.kind !== 'site') return at(layer.settings, key, ...rest);
  const place = Object.hasOwn(siteSettings, key) ? siteSettings[key] : undefined;
  return place === undefined ? at(absent(layer), key) : at(layer.settings, ...place, ...rest);
}

/** The layers that site.yaml gives to every node. */
export function commonLayers(site: Document): Layer[] {
  const written = root(site);
  return [
    { kind: 'site', settings: written },
    { kind: 'defaults', settings: at(written, 'defaults') },
  ];
}

/** The groups of site.yaml, in order. */
export function groupLayers(site: Document): Layer[] {
  return items(at(root(site), 'groups')).map((group, index) => ({
    kind: 'group',
    group: text(at(group, 'name')) ?? String(index),
    settings: at(group, 'set'),
  }));
}

/** The layer of a node's own file. */
export function nodeLayer(node: Document): Layer {
  return { kind: 'node', settings: root(node) };
}

function absent(layer: Layer): Written {
  return { ...layer.settings, value: undefined };
}
