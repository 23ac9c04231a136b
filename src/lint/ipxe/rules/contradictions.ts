import { finding } from '../../../shared/finding.ts';
import { argumentRule } from '../argumentRule.ts';
import { at, placeOf } from '../context.ts';

/** PL3107: a boot installs or stays live, not both. */
export const liveInstall = argumentRule((context, { all, last }) => {
  const live = last('coreos.liveiso');
  const install = all.find(({ name }) => name.startsWith('coreos.inst.'));
  if (live === undefined || install === undefined) return [];
  return [
    finding('PL3107', placeOf(context, live.token), `coreos.liveiso contradicts ${install.name}`, {
      hint: 'remove coreos.liveiso to install, or coreos.inst.* to stay live',
      related: [{ place: placeOf(context, install.token), message: 'asks for an installation' }],
    }),
  ];
});

/** PL3108: Ignition runs where it is given a config. */
export const idleIgnition = argumentRule((context, { last, isOpen }) => {
  const config = last('ignition.config.url');
  if (config === undefined || isOpen) return [];
  const missing = ['ignition.firstboot', 'ignition.platform.id'].filter((name) => last(name) === undefined);
  if (missing.length === 0) return [];
  const add = missing.map((name) => (name === 'ignition.platform.id' ? `${name}=metal` : name)).join(' ');
  return [
    at(context, 'PL3108', config.token, `ignition.config.url without ${missing.join(' and ')}`, `add ${add}`),
  ];
});
