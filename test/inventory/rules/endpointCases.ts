import type { Case } from './cases.ts';

const site = 'site.yaml';
const node2 = 'nodes/lenovo2.yaml';

/** An endpoint in line 9 of site.yaml. */
const endpoint = (settings: string): Case['edits'][number] => [
  site,
  '  version: v1',
  `  endpoint: { ${settings} }\n  version: v1`,
];
const kubeVip = (address: string, more = ''): Case['edits'][number] =>
  endpoint(`provider: kubeVip, version: v1.0.1, address: ${address}${more}`);

const agent = (number: number): Case['edits'][number] => [
  `nodes/lenovo${number}.yaml`,
  'role: server',
  'role: agent',
];

/** Every finding about the endpoint of the API. */
export const endpointCases: readonly Case[] = [
  {
    code: 'PL1227',
    edits: [endpoint('provider: dns')],
    at: `${site}:9:3`,
    message: 'the API endpoint has provider dns, but no name',
  },
  {
    code: 'PL1227',
    edits: [endpoint('provider: kubeVip, version: v1.0.1')],
    at: `${site}:9:3`,
    message: 'the API endpoint has provider kubeVip, but no address',
  },
  {
    code: 'PL1227',
    edits: [endpoint('provider: kubeVip, address: 192.168.26.10')],
    at: `${site}:9:3`,
    message: 'the API endpoint has provider kubeVip, but no version',
  },
  {
    code: 'PL1228',
    edits: [kubeVip('192.168.27.10')],
    at: `${site}:9:60`,
    message: "the API endpoint's address 192.168.27.10 is outside the site's network 192.168.26.0/24",
  },
  ...['192.168.26.0', '192.168.26.255'].map((address) => ({
    code: 'PL1228',
    edits: [kubeVip(address)],
    at: `${site}:9:60`,
    message: `the API endpoint's address ${address} is the network or broadcast address of 192.168.26.0/24`,
  })),
  {
    code: 'PL1228',
    edits: [kubeVip('192.168.26.1')],
    at: `${site}:9:60`,
    message: "the API endpoint's address 192.168.26.1 is the router's",
  },
  {
    code: 'PL1228',
    edits: [
      [site, '  dhcpPool', '  gateway: 192.168.26.254\n  dhcpPool'],
      endpoint('provider: kubeVip, version: v1.0.1, address: 192.168.26.254'),
    ],
    at: `${site}:10:60`,
    message: "the API endpoint's address 192.168.26.254 is the gateway's",
  },
  {
    code: 'PL1228',
    edits: [kubeVip('192.168.26.13')],
    at: `${site}:9:60`,
    message: "the API endpoint's address 192.168.26.13 is lenovo3's",
  },
  {
    code: 'PL1228',
    edits: [kubeVip('192.168.26.150')],
    at: `${site}:9:60`,
    message:
      "the API endpoint's address 192.168.26.150 is inside the DHCP pool 192.168.26.100 to 192.168.26.199",
  },
  ...['lenovo3', 'Lenovo3.lab.home.lerenn.net'.toLowerCase()].map((name) => ({
    code: 'PL1229',
    edits: [endpoint(`provider: dns, name: ${name}`)],
    at: `${site}:9:36`,
    message: "the API endpoint's name lenovo3.lab.home.lerenn.net is lenovo3's",
  })),
  {
    code: 'PL1237',
    edits: [agent(2), agent(3), kubeVip('192.168.26.10')],
    at: `${site}:9:3`,
    message: 'there is an API endpoint, but only one server that it can lead to',
  },
  ...[
    ['address', '192.168.26.10'],
    ['interface', 'eno1'],
    ['version', 'v1.0.1'],
  ].map(([key, value]) => ({
    code: 'PL1238',
    edits: [endpoint(`provider: dns, name: k3s, ${key}: ${value}`)],
    at: `${site}:9:41`,
    message: `the API endpoint has provider dns, which reads no ${key}`,
  })),
  {
    code: 'PL1209',
    edits: [[node2, 'address: 192.168.26.12', 'address: dhcp'], endpoint('provider: dns, name: k3s')],
    at: `${node2}:6:10`,
    message: 'lenovo2 has no address that the name of the API endpoint could have',
  },
];
