import type { Mapping } from './data.ts';
import type { Section } from './section.ts';

/** How two values of one field are merged. */
export type MergeRule =
  /** Taken as a whole: equal, or a contradiction. */
  | { readonly kind: 'unit' }
  /** Field by field; fields that are not named are units. Of the fields in `either`, only one may be there. */
  | {
      readonly kind: 'map';
      readonly fields: Readonly<Record<string, MergeRule>>;
      readonly either?: readonly string[];
    }
  /** A list of mappings, told apart by key; new ones are appended. */
  | {
      readonly kind: 'keyed';
      readonly key: (item: Mapping) => string | undefined;
      readonly item: MergeRule;
    }
  /** A list of values without duplicates; new ones are appended. */
  | { readonly kind: 'set' }
  /** A list of arguments, which may repeat: the second follows the first. */
  | { readonly kind: 'append' };

const unit: MergeRule = { kind: 'unit' };
const set: MergeRule = { kind: 'set' };
const append: MergeRule = { kind: 'append' };
const map = (fields: Readonly<Record<string, MergeRule>>, either?: readonly string[]): MergeRule =>
  either === undefined ? { kind: 'map', fields } : { kind: 'map', fields, either };
const keyed = (field: string, item: MergeRule = map({})): MergeRule => ({
  kind: 'keyed',
  key: (each) => (typeof each[field] === 'string' ? each[field] : undefined),
  item,
});

/** Partitions are told apart by number, or by label where the number is 0 or missing, as Ignition does. */
const partitions: MergeRule = {
  kind: 'keyed',
  key: ({ number, label }) => {
    if (typeof number === 'number' && number !== 0) return `number:${number}`;
    return typeof label === 'string' ? `label:${label}` : undefined;
  },
  item: map({}),
};

const owned = { user: map({}), group: map({}) };
const clevis = map({ tang: keyed('url'), custom: map({}) });
const unitFile = ['contents', 'contents_local'];

/**
 * Ignition's rule of merging, written in the names of Butane. Source: Ignition's operator notes, "Config merging", and the methods
 * `Key`, `IgnoreDuplicates` and `MergedKeys` in its config/v3_6/types. One thing is stricter here: what says where contents come
 * from (`inline`, `local`, `source`, with its verification and compression) is one unit, so that no two halves are joined.
 */
export const mergeRules: Readonly<Record<Section, MergeRule>> = {
  ignition: map({
    config: map({ merge: append }),
    proxy: map({ no_proxy: set }),
    security: map({ tls: map({ certificate_authorities: set }) }),
    timeouts: map({}),
  }),
  kernel_arguments: map({ should_exist: set, should_not_exist: set }),
  boot_device: map({
    luks: map({ tang: keyed('url'), cex: map({}) }),
    mirror: map({ devices: set }),
  }),
  grub: map({ users: keyed('name') }),
  'passwd.users': map({ groups: set, ssh_authorized_keys: set, ssh_authorized_keys_local: set }),
  'passwd.groups': map({}),
  'storage.disks': map({ partitions }),
  'storage.raid': map({ devices: set, options: append }),
  'storage.luks': map({ clevis, cex: map({}), key_file: unit, options: append, open_options: set }),
  'storage.filesystems': map({ options: append, mount_options: append }),
  'storage.directories': map(owned),
  'storage.files': map({ ...owned, append, contents: unit }),
  'storage.links': map(owned),
  'storage.trees': map(owned),
  'systemd.units': map({ dropins: keyed('name', map({}, unitFile)) }, unitFile),
};
