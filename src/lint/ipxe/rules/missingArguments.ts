import { argumentRule } from '../argumentRule.ts';
import { at } from '../context.ts';
import { factsOf } from '../imageFacts.ts';

/** PL3104: an installation has a target. */
export const missingInstallDevice = argumentRule((context, { boot, last, isOpen }) => {
  if (!boot.installs || isOpen || last('coreos.inst.install_dev') !== undefined) return [];
  const message = 'coreos.inst.* without coreos.inst.install_dev installs nothing';
  return [at(context, 'PL3104', boot.kernel.uri, message, 'add coreos.inst.install_dev=/dev/disk/by-id/…')];
});

/** PL3105: a live system finds its root file system: by URL, as an initrd, or on the medium of a live ISO. */
export const missingRootfs = argumentRule((context, { boot, last, isOpen }) => {
  const found = last('coreos.live.rootfs_url') ?? last('coreos.liveiso');
  const loaded = boot.initrds.some(({ uri }) => factsOf(context, uri.text).kind === 'rootfs');
  if (found !== undefined || loaded || isOpen) return [];
  const message = 'the live system has no root file system';
  return [at(context, 'PL3105', boot.kernel.uri, message, 'add coreos.live.rootfs_url=<url of the rootfs>')];
});

/** PL3106: an installation has an Ignition config. */
export const missingIgnition = argumentRule((context, { last, isOpen }) => {
  const device = last('coreos.inst.install_dev');
  if (device === undefined || isOpen || last('coreos.inst.ignition_url') !== undefined) return [];
  const message = 'the system is installed without an Ignition config';
  return [at(context, 'PL3106', device.token, message, 'add coreos.inst.ignition_url=<url>')];
});
