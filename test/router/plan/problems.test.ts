import { expect, test } from 'vitest';
import { node } from '../../render/fixtures/lab.ts';
import { after, planOf, rack } from './rack.ts';
import { stockDhcp, survey } from './surveys.ts';

type Changes = Parameters<typeof survey>[0];

/** The problems of a router, in words, with their severities. */
function problems(changes: Changes, uci: Readonly<Record<string, string>> = {}, wanted = rack): string[] {
  return planOf(survey(changes, uci), wanted).problems.map(
    ({ severity, message }) => `${severity}: ${message}`,
  );
}

const dhcp = (more: string) => ({ dhcp: stockDhcp + more });
const router = (changes: Partial<typeof rack.router>) => ({
  ...rack,
  router: { ...rack.router, ...changes },
});

test.each<[string, string[], Changes, Record<string, string>?, typeof rack?]>([
  ['a stock router has none', [], {}],
  [
    'static mode',
    [
      'warning: router.gate is static: an armed node is installed by every network boot until it is disarmed; nodes with secrets cannot be armed; no boot is recorded',
    ],
    {},
    {},
    router({ gate: 'static' }),
  ],
  [
    'another system',
    ['warning: the router says that it is Debian 12, and not OpenWrt'],
    { system: 'Debian 12' },
  ],
  [
    'an old release',
    ['warning: OpenWrt 19.07.8 is older than what is tried (22.03)'],
    { system: 'OpenWrt 19.07.8' },
  ],
  ['a snapshot', [], { system: 'OpenWrt SNAPSHOT' }],
  [
    'another address',
    ['error: no interface of the router has router.address 192.168.26.2'],
    {},
    {},
    router({ address: '192.168.26.2', url: 'http://192.168.26.2:8069' }),
  ],
  [
    'staged changes',
    ["error: somebody has changes on the router that are not committed: dhcp.lan.start='9'"],
    { staged: "dhcp.lan.start='9'\n" },
  ],
  ['a pending change', ['error: a change of Pilotlight waits to be confirmed (s1)'], { pending: 's1' }],
  [
    'a missing command',
    ['error: the router lacks commands that the gate needs: flock'],
    { missingCommands: ['flock'] },
  ],
  [
    'a file that uci cannot read',
    ['error: /etc/config/firewall, line 1: "oops" is neither package, config, option nor list'],
    {},
    { firewall: 'oops' },
  ],
  [
    'no pool',
    ['error: no section of /etc/config/dhcp serves the interface lan of 192.168.26.1'],
    {},
    { dhcp: 'package dhcp\nconfig dnsmasq\n' },
  ],
  [
    'DHCP is off',
    ['error: DHCP is off on the interface lan (dhcp.lan.ignore)'],
    {},
    dhcp("config dhcp 'lan'\n\toption ignore '1'\n"),
  ],
  [
    'only known machines',
    [
      'warning: dhcp.lan.dynamicdhcp is off: nodes with a static address boot, unknown machines and nodes with address: dhcp get none',
    ],
    {},
    dhcp("config dhcp 'lan'\n\toption dynamicdhcp '0'\n"),
  ],
  [
    'odhcpd serves',
    ['error: odhcpd is the DHCP server for IPv4 (maindhcp), which cannot tell machines what to boot'],
    {},
    dhcp("config odhcpd 'odhcpd'\n\toption maindhcp '1'\n"),
  ],
  [
    'two dnsmasq that both may serve',
    ['error: it is not clear which dnsmasq serves the interface lan: @dnsmasq[0], @dnsmasq[1]'],
    {},
    dhcp('config dnsmasq\n'),
  ],
  [
    'one of two has no name',
    [
      'warning: the dnsmasq that serves lan (@dnsmasq[0]) has no name, so that our sections are read by all 2 of them',
    ],
    {},
    dhcp("config dnsmasq 'guest'\n\tlist notinterface 'lan'\n"),
  ],
  [
    'a lease for a node',
    ['error: dhcp.@host[0] gives the address 192.168.26.99 to 98:fa:9b:1c:2d:01, which is of node lenovo1'],
    {},
    dhcp("config host\n\toption mac '98:FA:9B:1C:2D:01'\n\toption ip '192.168.26.99'\n"),
  ],
  [
    'a lease of a node’s address',
    [
      'error: dhcp.printer gives the address 192.168.26.11 of node lenovo1 to 02:00:00:00:00:09: dnsmasq does not start with one address twice',
    ],
    {},
    dhcp("config host 'printer'\n\tlist mac '02:00:00:00:00:09'\n\toption ip '192.168.26.11'\n"),
  ],
  [
    'a lease that is off',
    [],
    {},
    dhcp("config host 'a'\n\toption enable '0'\n\toption ip '192.168.26.11'\n"),
  ],
  [
    'a node in the pool',
    ['warning: the pool of dhcp.lan, 192.168.26.10 to 192.168.26.29, has the addresses of lenovo1 in it'],
    {},
    dhcp("config dhcp 'lan'\n\toption start '10'\n\toption limit '20'\n"),
  ],
  [
    'another boot file',
    [
      'warning: dhcp.old boots "pxelinux.0"; UEFI machines, BIOS machines and iPXE get what Pilotlight says from now on',
    ],
    {},
    dhcp("config boot 'old'\n\toption filename 'pxelinux.0'\n"),
  ],
  [
    'an option that names a boot file',
    ['error: dhcp.lan.dhcp_option has "67,undionly.kpxe", which tells machines to boot something else'],
    {},
    dhcp("config dhcp 'lan'\n\tlist dhcp_option '6,1.1.1.1'\n\tlist dhcp_option '67,undionly.kpxe'\n"),
  ],
  [
    'another TFTP root',
    [
      'warning: TFTP serves /srv now, and will serve /mnt/usb/pilotlight/tftp: machines that load something else from there no longer find it',
    ],
    {},
    {
      dhcp: stockDhcp.replace(
        'config dnsmasq\n',
        "config dnsmasq\n\toption enable_tftp '1'\n\toption tftp_root '/srv'\n",
      ),
    },
  ],
  [
    'the port is taken',
    ['error: something else on the router listens on TCP port 8069'],
    { tcpPorts: [8069] },
  ],
  [
    'the port is that of LuCI',
    ['error: uhttpd.main listens on port 80 already'],
    {},
    {},
    router({ url: 'http://192.168.26.1' }),
  ],
  [
    'a URL with a path',
    ['warning: router.url http://192.168.26.1/boot is left to another web server: it has the path /boot'],
    {},
    {},
    router({ url: 'http://192.168.26.1/boot' }),
  ],
  [
    'a URL that DHCP cannot tell',
    [
      'error: DHCP cannot tell the URL "http://a.example/b,c/cgi-bin/boot"',
      'warning: router.url http://a.example/b,c is left to another web server: it has the path /b,c',
    ],
    {},
    {},
    router({ url: 'http://a.example/b,c' }),
  ],
  [
    'no stick',
    ["error: nothing is mounted at /mnt/usb: TFTP would serve an empty folder of the router's own flash"],
    { mounts: '', block: '' },
  ],
  [
    'two sticks',
    [
      'error: nothing is mounted at /mnt/usb, and it is not clear which disk is meant: /dev/sda1 (boot), /dev/sdb1',
    ],
    { mounts: '', block: '/dev/sda1: UUID="1" LABEL="boot" TYPE="ext4"\n/dev/sdb1: UUID="2" TYPE="vfat"\n' },
  ],
  ['a stick that will be mounted', [], { mounts: '', block: '/dev/sda1: UUID="1" TYPE="ext4"\n' }],
  [
    'mounted in a way of its own',
    ['warning: /dev/sda1 is mounted at /mnt/usb, but it is not known how to mount it again after a restart'],
    { block: '' },
  ],
  [
    'autoexec.ipxe',
    ['error: /mnt/usb/pilotlight/tftp/AutoExec.ipxe is there: iPXE runs it before it asks what to boot'],
    { files: new Map([['tftp/AutoExec.ipxe', 'x']]) },
  ],
  [
    'no iPXE for a node',
    ['error: the image lock has no iPXE binary for aarch64, so that such machines boot nothing'],
    {},
    {},
    { ...rack, nodes: [node({ architecture: 'aarch64' })] },
  ],
])('%s', (_, expected, changes, uci, wanted) => {
  expect(problems(changes, uci, wanted)).toEqual(expected);
});

test('what somebody adds behind our boot sections does not win', () => {
  const told = survey();
  const done = after(told, planOf(told));
  const late = `${done.uci.get('dhcp')}\nconfig boot 'late'\n\toption filename 'x'\n`;
  const { changes } = planOf({ ...done, uci: new Map([...done.uci, ['dhcp', late]]) });
  expect(changes.map(({ kind, section }) => `${kind} ${section}`)).toEqual([
    'reorder pilotlight_boot_efi64',
    'reorder pilotlight_boot_http64',
    'reorder pilotlight_boot_bios',
    'reorder pilotlight_boot_efi32',
    'reorder pilotlight_boot_ipxe',
  ]);
});
