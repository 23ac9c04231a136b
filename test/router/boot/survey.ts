import type { RouterSurvey } from '../../../src/ports/router.ts';
import { readFacts } from '../../../src/router/facts/readFacts.ts';
import type { RouterFacts } from '../../../src/router/facts/routerFacts.ts';

/** What a router in good order says of itself, whose configuration is these texts by package. */
export function surveyOf(
  configuration: Readonly<Record<string, string>>,
  more: Partial<RouterSurvey> = {},
): RouterSurvey {
  return {
    system: 'OpenWrt 24.10.2',
    packageManager: 'opkg',
    uptime: 1000,
    bootId: 'boot',
    uci: new Map(Object.entries(configuration)),
    staged: '',
    rpcd: true,
    installed: new Set(['dnsmasq', 'uhttpd', 'block-mount', 'kmod-usb-storage', 'kmod-fs-ext4']),
    missingCommands: [],
    block: '/dev/sda1: UUID="5c2f7f1e-6d1e-4a44-9a35-6d9b7a1f2c11" VERSION="1.0" TYPE="ext4"\n',
    mounts: '/dev/root / squashfs ro 0 0\n/dev/sda1 /mnt/usb ext4 rw,relatime 0 0\n',
    addresses: '7: br-lan    inet 192.168.26.1/24 brd 192.168.26.255 scope global br-lan\n',
    services: '',
    dnsmasq: '',
    udpPorts: [53, 67],
    tcpPorts: [22, 53, 80],
    leases: '',
    neighbours: '',
    log: '',
    files: new Map(),
    pending: undefined,
    ...more,
  };
}

/** The facts of such a router. */
export function factsOf(
  configuration: Readonly<Record<string, string>>,
  more: Partial<RouterSurvey> = {},
): RouterFacts {
  return readFacts(surveyOf(configuration, more), { address: '192.168.26.1', storage: '/mnt/usb' });
}
