import type { ButaneFile, ButaneLink } from '../butane/config.ts';
import { inlineFile } from './file.ts';

/** Whether a text can be named as a time server: a host name or an address, so nothing that chrony would read as an option. */
export function isTimeServer(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9.:-]*$/.test(text);
}

/** Whether a text has the form of a time zone's name: `Europe/Zurich`. */
export function isTimezone(text: string): boolean {
  return /^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+)*$/.test(text);
}

/** Chrony's configuration with these servers alone; the rest is what Fedora CoreOS has, so that a stopped clock is set at once. */
export function chronyFile(servers: readonly string[]): ButaneFile {
  const lines = [
    ...servers.filter(isTimeServer).map((server) => `server ${server} iburst`),
    'driftfile /var/lib/chrony/drift',
    'makestep 1.0 3',
    'rtcsync',
    'keyfile /etc/chrony.keys',
    'ntsdumpdir /var/lib/chrony',
    'logdir /var/log/chrony',
  ];
  return inlineFile('/etc/chrony.conf', 0o644, `${lines.join('\n')}\n`);
}

/** The link that sets the local time zone. */
export function timezoneLink(timezone: string): ButaneLink {
  return { path: '/etc/localtime', target: `../usr/share/zoneinfo/${timezone}`, overwrite: true };
}
