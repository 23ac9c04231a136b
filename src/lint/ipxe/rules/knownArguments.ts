import { didYouMean } from '../../../shared/nearest.ts';
import { argumentRule } from '../argumentRule.ts';
import { at } from '../context.ts';

/** Arguments with a value that Fedora CoreOS and Ignition read; sources: coreos-installer, fedora-coreos-config, ignition. */
const withValue = [
  'coreos.inst.ignition_url',
  'coreos.inst.image_url',
  'coreos.inst.install_dev',
  'coreos.inst.platform_id',
  'coreos.inst.save_partindex',
  'coreos.inst.save_partlabel',
  'coreos.inst.stream',
  'coreos.live.rootfs_url',
  'coreos.liveiso',
  'ignition.config.url',
  'ignition.platform.id',
];

/** Those that count by being there. */
const flags = [
  'coreos.inst.insecure',
  'coreos.inst.skip_reboot',
  'coreos.liveiso.fromram',
  'coreos.force_persist_ip',
  'coreos.no_persist_ip',
  'ignition.firstboot',
];

const known = new Set([...withValue, ...flags]);

/** PL3113: every `coreos.*` and `ignition.*` argument is one that something reads. */
export const unknownArgument = argumentRule((context, { all }) =>
  all
    .filter(({ name }) => /^(?:coreos|ignition)\./.test(name) && !known.has(name) && !name.includes('${'))
    .map(({ name, token }) => at(context, 'PL3113', token, `nothing reads ${name}`, didYouMean(name, known))),
);

/** PL3114: arguments that count by their value have one. */
export const emptyArgument = argumentRule((context, { all }) =>
  all
    .filter(({ name, value }) => withValue.includes(name) && (value === undefined || value === ''))
    .map(({ name, token }) => at(context, 'PL3114', token, `${name} has no value`, `write ${name}=<value>`)),
);
