import { maskLength } from './ipv4.ts';
import type { DeviceAddress } from './routerFacts.ts';

/** The addresses in what `ip -o -4 addr show` prints, or ifconfig. */
export function readAddresses(text: string): DeviceAddress[] {
  return [...ofIp(text), ...ofIfconfig(text)];
}

/** `7: br-lan    inet 192.168.26.1/24 brd 192.168.26.255 scope global br-lan` */
function ofIp(text: string): DeviceAddress[] {
  return [...text.matchAll(/^\d+:\s+(\S+)\s+inet (\d+(?:\.\d+){3})\/(\d+)/gm)].map(
    ([, device = '', address = '', length]) => ({
      device: device.replace(/@.*/, ''),
      address,
      prefixLength: Number(length),
    }),
  );
}

/** A paragraph for each device, that begins with its name. */
function ofIfconfig(text: string): DeviceAddress[] {
  return text.split(/\n\s*\n/).flatMap((paragraph) => {
    const [, device] = /^(\S+)\s+Link encap:/.exec(paragraph.trimStart()) ?? [];
    const [, address, mask] = /inet addr:(\S+).*Mask:(\S+)/.exec(paragraph) ?? [];
    const prefixLength = maskLength(mask ?? '');
    if (device === undefined || address === undefined || prefixLength === undefined) return [];
    return [{ device, address, prefixLength }];
  });
}
