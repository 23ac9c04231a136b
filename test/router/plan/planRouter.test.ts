import { describe, expect, test } from 'vitest';
import type { Endpoint, Site } from '../../../src/inventory/model/site.ts';
import { probesOf } from '../../../src/router/check/probes.ts';
import { readFacts } from '../../../src/router/facts/readFacts.ts';
import { desiredConfig, restoredConfig } from '../../../src/router/plan/desired.ts';
import { isDone } from '../../../src/router/plan/planRouter.ts';
import { applyChanges } from '../../../src/router/uci/apply.ts';
import { changesBetween } from '../../../src/router/uci/changes.ts';
import { isOwn } from '../../../src/router/uci/reference.ts';
import { printExport } from '../../fakes/printExport.ts';
import { node, withNetwork } from '../../render/fixtures/lab.ts';
import { after, planOf, rack } from './rack.ts';
import { stockDhcp, survey } from './surveys.ts';

/** Our sections of a package after a plan was carried out. */
function own(name: string, told = survey(), wanted = rack): string[] {
  const { configuration } = readFacts(after(told, planOf(told, wanted), wanted), wanted.router);
  const sections = configuration.find((each) => each.name === name)?.sections.filter(isOwn) ?? [];
  return sections.map((section) =>
    printExport({ name, sections: [section] })
      .split('\n')
      .slice(2, -2)
      .join(' |')
      .replaceAll('\t', ' '),
  );
}

test('a stock router gets what it lacks, and nothing is left to do', () => {
  const told = survey();
  const plan = planOf(told);
  expect(plan).toMatchObject({ method: 'rpcd', packages: [], problems: [] });
  expect(plan.files).toEqual([
    { path: 'tftp/ipxe.efi', bytes: 0, action: 'upload' },
    { path: 'tftp/snponly.efi', bytes: 7, action: 'upload' },
  ]);
  const again = planOf(after(told, plan));
  expect(again).toMatchObject({ changes: [], problems: [], packages: [] });
  expect(isDone(again)).toBe(true);
  expect(isDone(plan)).toBe(false);
});

test('its sections', () => {
  expect(own('dhcp')).toMatchInlineSnapshot(`
    [
      "config pilotlight 'pilotlight_saved' | option section '@dnsmasq[0]'",
      "config host 'pilotlight_host_lenovo1' | option name 'lenovo1' | list mac '98:fa:9b:1c:2d:01' | option ip '192.168.26.11' | option leasetime '12h' | option dns '1'",
      "config domain 'pilotlight_name_lenovo1' | list name 'lenovo1.lab.example' | option ip '192.168.26.11'",
      "config domain 'pilotlight_api_lenovo1' | list name 'api.lab.example' | option ip '192.168.26.11'",
      "config match 'pilotlight_match_7' | option networkid 'pilotlight_efi64' | option match 'option:client-arch,7'",
      "config match 'pilotlight_match_9' | option networkid 'pilotlight_efi64' | option match 'option:client-arch,9'",
      "config match 'pilotlight_match_16' | option networkid 'pilotlight_http64' | option match 'option:client-arch,16'",
      "config match 'pilotlight_match_0' | option networkid 'pilotlight_bios' | option match 'option:client-arch,0'",
      "config match 'pilotlight_match_6' | option networkid 'pilotlight_efi32' | option match 'option:client-arch,6'",
      "config match 'pilotlight_match_ipxe' | option networkid 'pilotlight_ipxe' | option match '175'",
      "config userclass 'pilotlight_userclass_ipxe' | option networkid 'pilotlight_ipxe' | option userclass 'iPXE'",
      "config tag 'pilotlight_http64' | list dhcp_option '60,HTTPClient' | option force '1'",
      "config boot 'pilotlight_boot_efi64' | option networkid 'pilotlight_efi64,tag:!pilotlight_ipxe' | option filename 'snponly.efi' | option servername 'pilotlight' | option serveraddress '192.168.26.1'",
      "config boot 'pilotlight_boot_http64' | option networkid 'pilotlight_http64,tag:!pilotlight_ipxe' | option filename 'http://192.168.26.1:8069/tftp/snponly.efi'",
      "config boot 'pilotlight_boot_bios' | option networkid 'pilotlight_bios,tag:!pilotlight_ipxe' | option filename 'enable-UEFI-boot--BIOS-is-not-supported' | option servername 'pilotlight' | option serveraddress '192.168.26.1'",
      "config boot 'pilotlight_boot_efi32' | option networkid 'pilotlight_efi32,tag:!pilotlight_ipxe' | option filename 'use-64-bit-UEFI--32-bit-is-not-supported' | option servername 'pilotlight' | option serveraddress '192.168.26.1'",
      "config boot 'pilotlight_boot_ipxe' | option networkid 'pilotlight_ipxe' | option filename 'http://192.168.26.1:8069/cgi-bin/boot'",
    ]
  `);
  expect(own('uhttpd')).toMatchInlineSnapshot(`
    [
      "config uhttpd 'pilotlight_http' | list listen_http '192.168.26.1:8069' | option home '/mnt/usb/pilotlight' | option no_dirlists '1' | option no_symlinks '1' | option rfc1918_filter '0' | option cgi_prefix '/cgi-bin' | option max_requests '10' | option script_timeout '30'",
    ]
  `);
  expect(own('fstab')).toMatchInlineSnapshot(`
    [
      "config mount 'pilotlight_usb' | option target '/mnt/usb' | option uuid '0f3a-1' | option enabled '1'",
    ]
  `);
});

test('what somebody wrote stays as it was, but for two options', () => {
  const told = survey();
  const text = after(told, planOf(told)).uci.get('dhcp') ?? '';
  expect(
    text.startsWith(
      stockDhcp
        .trimEnd()
        .replace(
          "'/tmp/dhcp.leases'\n",
          "'/tmp/dhcp.leases'\n\toption enable_tftp '1'\n\toption tftp_root '/mnt/usb/pilotlight/tftp'\n",
        ),
    ),
  ).toBe(true);
});

test('a node that is gone takes its sections with it', () => {
  const second = node({
    name: 'two',
    shortName: 'two',
    hostname: 'two.lab.example',
    macs: ['02:00:00:00:00:02'],
  });
  const both = { ...rack, nodes: [...rack.nodes, second] };
  const told = after(survey(), planOf(survey(), both), both);
  const { changes } = planOf(told);
  expect(changes.map(({ kind, section }) => `${kind} ${section}`)).toEqual([
    'remove pilotlight_host_two',
    'remove pilotlight_name_two',
    'remove pilotlight_api_two',
  ]);
});

describe('the endpoint of the API', () => {
  const second = withNetwork(
    { address: { method: 'static', address: '192.168.26.12', prefixLength: 24 } },
    { name: 'two', shortName: 'two', hostname: 'two.lab.example', macs: ['02:00:00:00:00:02'] },
  );
  const agent = node({ ...second, name: 'three', hostname: 'three.lab.example', role: 'agent' });
  const withEndpoint = (endpoint: Endpoint | undefined): Site => ({
    ...rack,
    nodes: [...rack.nodes, second, agent],
    ...(rack.cluster === undefined
      ? {}
      : { cluster: { ...rack.cluster, tlsSans: [], ...(endpoint === undefined ? {} : { endpoint }) } }),
  });
  /** Names and addresses of our sections of type domain that are no node's own. */
  const namesOf = (of: Site) =>
    desiredConfig(of, readFacts(survey(), of.router))
      .sections.filter(({ type, name }) => type === 'domain' && !name.startsWith('pilotlight_name_'))
      .map(({ name, options }) => [name, options.get('name'), options.get('ip')]);

  test.each(['k3s.lab.example', 'k3s.example.org'])('%s leads to all servers by DNS', (name) => {
    expect(namesOf(withEndpoint({ provider: 'dns', name }))).toEqual([
      ['pilotlight_api_lenovo1', [name], '192.168.26.11'],
      ['pilotlight_api_two', [name], '192.168.26.12'],
    ]);
  });

  const kubeVip = { provider: 'kubeVip', address: '192.168.26.10', version: 'v1.0.1' } as const;

  test('leads to the address of kube-vip, where it has a name, and other names of the certificate to the servers', () => {
    const endpoint = { ...kubeVip, name: 'k3s.lab.example' };
    const of = withEndpoint(endpoint);
    expect(namesOf(of)).toEqual([['pilotlight_endpoint', ['k3s.lab.example'], '192.168.26.10']]);
    const cluster = of.cluster && { ...of.cluster, tlsSans: ['api.lab.example', endpoint.name] };
    expect(namesOf({ ...of, ...(cluster === undefined ? {} : { cluster }) })).toEqual([
      ['pilotlight_api_lenovo1', ['api.lab.example'], '192.168.26.11'],
      ['pilotlight_api_two', ['api.lab.example'], '192.168.26.12'],
      ['pilotlight_endpoint', ['k3s.lab.example'], '192.168.26.10'],
    ]);
    expect(namesOf(withEndpoint(kubeVip))).toEqual([]);
  });

  test('takes its sections with it', () => {
    const of = withEndpoint({ provider: 'dns', name: 'k3s.lab.example' });
    const told = after(survey(), planOf(survey(), of), of);
    const { changes } = planOf(told, withEndpoint(undefined));
    expect(changes.map(({ kind, section }) => `${kind} ${section}`)).toEqual([
      'remove pilotlight_api_lenovo1',
      'remove pilotlight_api_two',
    ]);
  });
});

test('without anything of ours the configuration is as it was before', () => {
  const dhcp = stockDhcp.replace(
    "\toption domain 'lan'\n",
    "\toption domain 'lan'\n\toption tftp_root '/srv'\n",
  );
  const told = survey({}, { dhcp });
  const before = readFacts(told, rack.router);
  const now = readFacts(after(told, planOf(told)), rack.router);
  const restored = applyChanges(now.configuration, changesBetween(now.configuration, restoredConfig(now)));
  const comparable = (all: typeof restored) => all.map(({ name, sections }) => ({ name, sections }));
  expect(comparable(restored)).toEqual(comparable([...before.configuration]));
});

test('what was saved once is not saved again', () => {
  const told = survey({}, { dhcp: stockDhcp.replace("'lan'\n", "'lan'\n\toption tftp_root '/srv'\n") });
  const once = after(told, planOf(told));
  const other = { ...rack, router: { ...rack.router, storage: '/mnt/other' } };
  const { changes } = planOf(once, other);
  expect(changes.filter(({ section }) => section === 'pilotlight_saved')).toEqual([]);
});

describe('with several dnsmasq', () => {
  const two = `${stockDhcp.replace('config dnsmasq\n', "config dnsmasq 'main'\n\tlist interface 'lan'\n")}
config dnsmasq 'guest'
	list interface 'guest'
`;

  test('ours are for the one that serves the nodes', () => {
    const told = survey({}, { dhcp: two });
    expect(planOf(told).problems).toEqual([]);
    const hosts = own('dhcp', told).filter((text) => text.startsWith('config host'));
    expect(hosts).toEqual([expect.stringContaining("option instance 'main'")]);
    const root = readFacts(after(told, planOf(told)), rack.router).dnsmasq.instances.map(({ section }) =>
      section.options.get('tftp_root'),
    );
    expect(root).toEqual(['/mnt/usb/pilotlight/tftp', undefined]);
  });
});

test('names of nodes that uci takes for one are kept apart', () => {
  const nodes = ['a-b', 'a.b', 'c'].map((name, index) => node({ name, macs: [`02:00:00:00:00:0${index}`] }));
  const names = own('dhcp', survey(), { ...rack, nodes })
    .filter((text) => text.startsWith('config host'))
    .map((text) => text.split("'")[1]);
  expect(new Set(names).size).toBe(3);
  expect(names[2]).toBe('pilotlight_host_c');
});

test('static mode needs no programs; its boot file is the one that deploy writes', () => {
  const wanted = { ...rack, router: { ...rack.router, gate: 'static' as const } };
  expect(own('uhttpd', survey(), wanted).join()).not.toContain('cgi');
  expect(own('dhcp', survey(), wanted).at(-1)).toContain(
    "filename 'http://192.168.26.1:8069/tftp/boot.ipxe'",
  );
});

test('a mount that somebody wrote is left alone', () => {
  const fstab =
    "package fstab\nconfig mount\n\toption target '/mnt/usb'\n\toption uuid 'x'\n\toption enabled '1'\n";
  expect(own('fstab', survey({}, { fstab }))).toEqual([]);
});

describe('packages', () => {
  const without = (...names: string[]) =>
    new Set([...survey().installed].filter((name) => !names.includes(name)));

  test.each<[string, Parameters<typeof survey>[0], string[]]>([
    ['none of DHCP and HTTP', { installed: without('dnsmasq', 'uhttpd') }, ['dnsmasq', 'uhttpd']],
    ['dnsmasq-full does', { installed: new Set([...without('dnsmasq'), 'dnsmasq-full']) }, []],
    ['mounted without block-mount', { installed: without('block-mount'), block: '' }, []],
    [
      'not mounted, no block-mount',
      { installed: without('block-mount'), block: '', mounts: '' },
      ['block-mount'],
    ],
    ['no disk seen', { installed: without('kmod-usb-storage'), block: '', mounts: '' }, ['kmod-usb-storage']],
    [
      'a disk that cannot be mounted',
      { installed: without('kmod-fs-ext4'), block: '/dev/sda1: UUID="1" TYPE="ext4"\n', mounts: '' },
      ['kmod-fs-ext4'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(planOf(survey(changes)).packages.map(({ name }) => name)).toEqual(expected);
  });
});

test('what is probed', () => {
  expect(probesOf(rack, readFacts(survey(), rack.router))).toMatchInlineSnapshot(`
    {
      "bootUrl": "http://192.168.26.1:8069/cgi-bin/boot",
      "dnsmasqLines": [
        "enable-tftp",
        "tftp-root=/mnt/usb/pilotlight/tftp",
        "dhcp-match=set:pilotlight_efi64,option:client-arch,7",
        "dhcp-match=set:pilotlight_efi64,option:client-arch,9",
        "dhcp-match=set:pilotlight_http64,option:client-arch,16",
        "dhcp-match=set:pilotlight_bios,option:client-arch,0",
        "dhcp-match=set:pilotlight_efi32,option:client-arch,6",
        "dhcp-match=set:pilotlight_ipxe,175",
        "dhcp-userclass=set:pilotlight_ipxe,iPXE",
        "dhcp-option-force=tag:pilotlight_http64,60,HTTPClient",
      ],
      "services": [
        "dnsmasq",
        "uhttpd",
      ],
      "tcpPorts": [
        8069,
      ],
      "tftp": {
        "host": "192.168.26.1",
        "path": "snponly.efi",
      },
      "udpPorts": [
        67,
        69,
      ],
    }
  `);
});
