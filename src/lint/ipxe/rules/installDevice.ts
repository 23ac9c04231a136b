import { argumentRule } from '../argumentRule.ts';
import { at } from '../context.ts';

/** Names that the kernel gives in the order in which it finds disks. */
const kernelName = /^(?:\/dev\/)?(?:(?:sd|vd|hd|xvd)[a-z]+|nvme\d+n\d+|mmcblk\d+)$/;

/** PL3111: the install disk has a name that stays. */
export const unstableDevice = argumentRule((context, { last }) => {
  const device = last('coreos.inst.install_dev');
  if (device?.value === undefined || !kernelName.test(device.value)) return [];
  const message = `${device.value} may be another disk at the next boot`;
  return [at(context, 'PL3111', device.token, message, 'use /dev/disk/by-id/…')];
});

/** PL3112: the install disk is a device. A bare kernel name such as `sda` counts as one, a choice does not. */
export const noDevice = argumentRule((context, { last }) => {
  const device = last('coreos.inst.install_dev');
  const value = device?.value ?? '';
  if (device === undefined || value === '' || value.includes('${')) return [];
  if (value.startsWith('/dev/') || kernelName.test(value)) return [];
  return [
    at(
      context,
      'PL3112',
      device.token,
      `${value} is no device`,
      'use /dev/disk/by-id/…, CoreOS chooses no disk itself',
    ),
  ];
});
