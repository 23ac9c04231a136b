import { expect, test } from 'vitest';
import type { Node } from '../../../src/inventory/model/node.ts';
import { networkFiles } from '../../../src/render/base/network.ts';
import { node, site, withNetwork } from '../fixtures/lab.ts';

const folder = '/etc/NetworkManager/system-connections/';
const keyfiles = (each: Node) =>
  Object.fromEntries(
    networkFiles(site(), each).map((file) => [file.path.replace(folder, ''), file.contents?.inline]),
  );

const ethernet = `[connection]
id=lan
type=ethernet
autoconnect-priority=10

[ethernet]
mac-address=98:fa:9b:1c:2d:01
`;

const address = `[ipv4]
method=manual
address1=192.168.26.11/24,192.168.26.1
dns=192.168.26.1;
dns-search=lab.example;
may-fail=false

[ipv6]
method=disabled
`;

const noAddress = '[ipv4]\nmethod=disabled\n\n[ipv6]\nmethod=disabled\n';

test('a static address', () => {
  expect(keyfiles(node())).toEqual({ 'lan.nmconnection': `${ethernet}\n${address}` });
});

test('dhcp, with IPv6 and an MTU', () => {
  const each = withNetwork(
    { address: { method: 'dhcp' }, mtu: 9000, dns: ['192.168.26.1', 'fd00::1'] },
    { kernelArguments: [] },
  );
  expect(keyfiles(each)).toEqual({
    'lan.nmconnection': `${ethernet}mtu=9000

[ipv4]
method=auto
dns=192.168.26.1;
dns-search=lab.example;
may-fail=false

[ipv6]
method=auto
may-fail=true
dns=fd00::1;
`,
  });
});

test('a VLAN finds its parent by MAC', () => {
  expect(keyfiles(withNetwork({ vlan: 20 }))).toEqual({
    'lan.nmconnection': `[connection]
id=lan
type=vlan
interface-name=vlan20
autoconnect-priority=10

[ethernet]
mac-address=98:fa:9b:1c:2d:01

[vlan]
id=20

${address}`,
    'lan-link.nmconnection': `${ethernet.replace('id=lan', 'id=lan-link')}\n${noAddress}`,
  });
});

const bond = {
  mode: '802.3ad',
  macs: ['98:fa:9b:1c:2d:01', '98:fa:9b:1c:2d:02'],
  options: { miimon: '100', 'bad\nkey': 'x', lacp_rate: 'fast\n[evil]' },
};

const bondSection = '[bond]\nmode=802.3ad\nmiimon=100\nlacp_rate=fast\\n[evil]\n';

const port = (index: number) => `[connection]
id=lan-port${index}
type=ethernet
master=bond0
slave-type=bond
autoconnect-priority=10

[ethernet]
mac-address=98:fa:9b:1c:2d:0${index}
`;

test('a bond, whose options cannot add sections', () => {
  expect(keyfiles(withNetwork({ bond }))).toEqual({
    'lan.nmconnection': `[connection]
id=lan
type=bond
interface-name=bond0
autoconnect-priority=10

${bondSection}
${address}`,
    'lan-port1.nmconnection': port(1),
    'lan-port2.nmconnection': port(2),
  });
});

test('a VLAN on a bond', () => {
  const files = keyfiles(withNetwork({ bond, vlan: 20 }));
  expect(Object.keys(files)).toEqual([
    'lan.nmconnection',
    'lan-link.nmconnection',
    'lan-port1.nmconnection',
    'lan-port2.nmconnection',
  ]);
  expect(files['lan.nmconnection']).toContain('[vlan]\nid=20\nparent=bond0\n');
  expect(files['lan-link.nmconnection']).toContain(bondSection);
  expect(files['lan-link.nmconnection']).toContain(noAddress);
});
