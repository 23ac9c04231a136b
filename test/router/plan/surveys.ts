import type { RouterSurvey } from '../../../src/ports/router.ts';
import { surveyOf } from '../boot/survey.ts';

/** /etc/config/dhcp as OpenWrt 24.10 comes with it. */
export const stockDhcp = `package dhcp

config dnsmasq
	option domainneeded '1'
	option localise_queries '1'
	option local '/lan/'
	option domain 'lan'
	option leasefile '/tmp/dhcp.leases'

config dhcp 'lan'
	option interface 'lan'
	option start '100'
	option limit '150'
	option leasetime '12h'

config dhcp 'wan'
	option interface 'wan'
	option ignore '1'

config odhcpd 'odhcpd'
	option maindhcp '0'

`;

const network = `package network

config interface 'loopback'
	option device 'lo'
	list ipaddr '127.0.0.1/8'

config interface 'lan'
	option device 'br-lan'
	option proto 'static'
	option ipaddr '192.168.26.1'
	option netmask '255.255.255.0'

`;

const uhttpd = `package uhttpd

config uhttpd 'main'
	list listen_http '0.0.0.0:80'
	list listen_http '[::]:80'
	option home '/www'

`;

const fstab = `package fstab

config global
	option anon_swap '0'

`;

const addresses = `1: lo    inet 127.0.0.1/8 scope host lo\\       valid_lft forever
7: br-lan    inet 192.168.26.1/24 brd 192.168.26.255 scope global br-lan\\       valid_lft forever
`;

/** A stock router with a stick, on which nothing of ours has been done. */
export function survey(
  changes: Partial<Omit<RouterSurvey, 'last'>> = {},
  uci: Readonly<Record<string, string>> = {},
): RouterSurvey {
  const configuration = { dhcp: stockDhcp, network, uhttpd, fstab, ...uci };
  return surveyOf(configuration, {
    uptime: 100,
    block:
      '/dev/ubi0_1: UUID="u" VERSION="w" TYPE="ubifs"\n/dev/sda1: UUID="0f3a-1" LABEL="boot" VERSION="1.0" MOUNT="/mnt/usb" TYPE="ext4"\n',
    mounts: 'tmpfs /tmp tmpfs rw 0 0\n/dev/sda1 /mnt/usb ext4 rw,relatime 0 0\n',
    addresses,
    ...changes,
  });
}
