import { describe, expect, test } from 'vitest';
import { dnsmasqFacts } from '../../../src/router/facts/dnsmasq.ts';
import { readAddresses } from '../../../src/router/facts/readAddresses.ts';
import { readStorage } from '../../../src/router/facts/readStorage.ts';
import { servedNetwork } from '../../../src/router/facts/servedNetwork.ts';
import { parseExport } from '../../../src/router/uci/parseExport.ts';

describe('addresses', () => {
  test('of ip', () => {
    const text = `1: lo    inet 127.0.0.1/8 scope host lo\n9: eth0.2@eth0    inet 10.0.0.7/22 brd 10.0.3.255 scope global eth0.2\n`;
    expect(readAddresses(text)).toEqual([
      { device: 'lo', address: '127.0.0.1', prefixLength: 8 },
      { device: 'eth0.2', address: '10.0.0.7', prefixLength: 22 },
    ]);
  });

  test('of ifconfig', () => {
    const text = `br-lan    Link encap:Ethernet  HWaddr 02:00:00:00:00:01
          inet addr:192.168.26.1  Bcast:192.168.26.255  Mask:255.255.255.0
          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1

eth0      Link encap:Ethernet  HWaddr 02:00:00:00:00:02
          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1
`;
    expect(readAddresses(text)).toEqual([{ device: 'br-lan', address: '192.168.26.1', prefixLength: 24 }]);
  });
});

describe('the interface of a network', () => {
  const addresses = [{ device: 'br-lan', address: '10.1.0.1', prefixLength: 24 }];

  test.each([
    ["config interface 'a'\n\toption ipaddr '10.1.0.1'", 'a'],
    ["config interface 'a'\n\tlist ipaddr '10.9.0.1/8'\n\tlist ipaddr '10.1.0.1/24'", 'a'],
    ["config interface 'a'\n\toption device 'br-lan'\n\toption proto 'dhcp'", 'a'],
    ["config interface 'lan'\n\toption type 'bridge'\n\toption ifname 'eth0 eth1'", 'lan'],
    ["config interface 'a'\n\toption device 'br-guest'", undefined],
  ])('%j', (text, name) => {
    const { value } = parseExport(text, 'network');
    expect(servedNetwork('10.1.0.1', addresses, value)).toEqual({ ...addresses[0], interface: name });
  });

  test('is nowhere when no device has the address', () => {
    expect(servedNetwork('10.1.0.2', addresses, [])).toBeUndefined();
  });
});

describe('the storage', () => {
  test('is what was mounted last, at exactly that path', () => {
    const mounts = '/dev/a /mnt/usb ext4 rw 0 0\n/dev/b /mnt/usb vfat rw 0 0\n/dev/c /mnt/usb2 ext4 rw 0 0\n';
    expect(readStorage('/mnt/usb', mounts, '').mounted).toEqual({ device: '/dev/b', fileSystem: 'vfat' });
    expect(readStorage('/mnt', mounts, '').mounted).toBeUndefined();
  });

  test('may have a blank in its path', () => {
    expect(readStorage('/mnt/a b', '/dev/a /mnt/a\\040b ext4 rw 0 0\n', '').mounted?.device).toBe('/dev/a');
  });

  test('disks', () => {
    const block =
      '/dev/sda1: UUID="1-2" LABEL="my stick" VERSION="FAT32" TYPE="vfat"\n/dev/sda2: TYPE="swap"\n';
    const rest = { uuid: undefined, label: undefined, mount: undefined };
    expect(readStorage('/mnt', '', block).disks).toEqual([
      { ...rest, device: '/dev/sda1', uuid: '1-2', label: 'my stick', fileSystem: 'vfat' },
      { ...rest, device: '/dev/sda2', fileSystem: 'swap' },
    ]);
  });
});

test.each([
  ['config dnsmasq', '@dnsmasq[0]'],
  ["config dnsmasq 'a'\n\tlist interface 'lan'\nconfig dnsmasq 'b'", 'a'],
  ["config dnsmasq 'a'\n\tlist notinterface 'lan'\nconfig dnsmasq 'b'", 'b'],
  ["config dnsmasq 'a'\n\toption interface 'wan guest'\nconfig dnsmasq", '@dnsmasq[1]'],
  [
    "config dnsmasq 'a'\nconfig dnsmasq 'b'\nconfig dhcp\n\toption interface 'lan'\n\toption instance 'b'",
    'b',
  ],
  [
    "config dnsmasq 'a'\n\tlist interface 'lan'\nconfig dhcp\n\toption interface 'lan'\n\toption instance 'gone'",
    undefined,
  ],
  ["config dnsmasq 'a'\nconfig dnsmasq 'b'", undefined],
  ["config dnsmasq 'a'\n\tlist notinterface 'lan'", undefined],
])('of %j, %s serves lan', (text, reference) => {
  expect(dnsmasqFacts(parseExport(text, 'dhcp').value, 'lan').serving?.reference).toBe(reference);
});
