import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { desiredConfig } from '../../../src/router/plan/desired.ts';
import { planRouter } from '../../../src/router/plan/planRouter.ts';
import { bootUrl } from '../../../src/router/plan/served.ts';
import { applyChanges } from '../../../src/router/uci/apply.ts';
import { changesBetween } from '../../../src/router/uci/changes.ts';
import type { UciPackage, UciSection } from '../../../src/router/uci/section.ts';
import { printExport } from '../../fakes/printExport.ts';
import { type DnsmasqLab, startDnsmasqLab } from './dnsmasqLab.ts';
import type { Answer, Asking } from './packet.ts';
import { bootLab, siteOf } from './site.ts';
import { factsOf } from './survey.ts';

/** The package dhcp as OpenWrt ships it, as far as IPv4 goes. */
const stock = `
config dnsmasq
	option domainneeded '1'
	option localise_queries '1'
	option local '/lan/'
	option domain 'lan'
	option expandhosts '1'
	option authoritative '1'
	option leasefile '/tmp/dhcp.leases'

config dhcp 'lan'
	option interface 'lan'
	option start '100'
	option limit '100'
	option leasetime '12h'
`;

const network = `
config interface 'lan'
	option device 'br-lan'
	option proto 'static'
	option ipaddr '192.168.26.1'
	option netmask '255.255.255.0'
`;

const site = siteOf();

/** A configuration after our changes. */
function configured(dhcp = stock, of = site): UciPackage {
  const facts = factsOf({ dhcp, network, uhttpd: '', fstab: '' });
  const changes = changesBetween(facts.configuration, desiredConfig(of, facts));
  const [after] = applyChanges(facts.configuration, changes);
  if (after?.name !== 'dhcp') throw new Error('no dhcp');
  return after;
}

/** The site with an endpoint of the API. */
const withEndpoint = (settings: string) =>
  siteOf({
    ...bootLab,
    'site.yaml': `${bootLab['site.yaml']}`.replace('k3s:\n', `k3s:\n  endpoint: { ${settings} }\n`),
  });

const pxe = (architecture: number): Asking => ({
  mac: '98:fa:9b:1c:2d:02',
  architecture,
  vendorClass: `PXEClient:Arch:${`${architecture}`.padStart(5, '0')}:UNDI:003016`,
});
const httpBoot = (architecture: number): Asking => ({
  ...pxe(architecture),
  vendorClass: `HTTPClient:Arch:${`${architecture}`.padStart(5, '0')}:UNDI:003001`,
});
const script = 'http://192.168.26.1:8069/cgi-bin/boot';

let lab: DnsmasqLab | undefined;
beforeEach(async (context) => {
  lab = await startDnsmasqLab(context);
});
afterEach(() => lab?.close());

async function asked(...askings: readonly Asking[]): Promise<Answer[]> {
  const answers = (await lab?.client.dhcp(...askings)) ?? [];
  return answers.map((answer, index) => {
    if (answer === null) throw new Error(`nobody answers ${JSON.stringify(askings[index])}: ${lab?.log()}`);
    return answer;
  });
}

/** Boot files, in the order of the machines. */
async function bootFiles(...askings: readonly Asking[]): Promise<string[]> {
  return (await asked(...askings)).map(({ bootFile }) => bootFile);
}

describe('dnsmasq with our sections', () => {
  test('gives each kind of machine what it can boot', async () => {
    await lab?.configure(configured());
    const kinds = [pxe(0), pxe(6), pxe(7), pxe(9), pxe(11), httpBoot(16), httpBoot(19)];
    const answers = await asked(...kinds);
    expect(answers.map(({ bootFile }) => bootFile)).toEqual([
      'enable-UEFI-boot--BIOS-is-not-supported',
      'use-64-bit-UEFI--32-bit-is-not-supported',
      'snponly.efi',
      'snponly.efi',
      'arm64-snponly.efi',
      'http://192.168.26.1:8069/tftp/snponly.efi',
      'http://192.168.26.1:8069/tftp/arm64-snponly.efi',
    ]);
    expect(answers.map(({ nextServer }) => nextServer)).toEqual(kinds.map(() => '192.168.26.1'));
    // UEFI takes an answer for HTTP boot only when it says so.
    expect(answers.map(({ vendorClass }) => vendorClass.startsWith('HTTPClient'))).toEqual([
      ...Array(5).fill(false),
      true,
      true,
    ]);
  });

  test('gives an iPXE that runs the script, whatever machine it is on and however it says who it is', async () => {
    await lab?.configure(configured());
    const each = [0, 6, 7, 9, 11, 16, 19].flatMap((architecture): Asking[] => [
      { ...pxe(architecture), userClass: 'iPXE' },
      { ...pxe(architecture), ipxeOptions: true },
      { ...httpBoot(architecture), userClass: 'iPXE', ipxeOptions: true },
    ]);
    expect(new Set(await bootFiles(...each))).toEqual(new Set([script]));
  });

  test('tells a machine nothing to boot that does not boot over the network', async () => {
    await lab?.configure(configured());
    const [phone] = await asked({ mac: '52:54:00:00:00:99', vendorClass: 'android-dhcp-14' });
    expect(phone).toMatchObject({ type: 2, bootFile: '' });
  });

  test('gives a node its address and name, on each of its links, and others one of the pool', async () => {
    const two = `${bootLab['nodes/lenovo2.yaml']}`.replace('  - 98', '  - 98:fa:9b:1c:2d:22\n  - 98');
    await lab?.configure(configured(stock, siteOf({ ...bootLab, 'nodes/lenovo2.yaml': two })));
    const [first, second, other] = await asked(
      pxe(7),
      { ...pxe(7), mac: '98:fa:9b:1c:2d:22' },
      { ...pxe(7), mac: '52:54:00:00:00:99' },
    );
    expect(first).toMatchObject({ type: 2, address: '192.168.26.12', hostname: 'lenovo2' });
    expect(second).toMatchObject({ type: 2, address: '192.168.26.12', hostname: 'lenovo2' });
    expect(other?.address).toMatch(/^192\.168\.26\.1\d\d$/);
    expect(other?.hostname).toBe('');
    const request = { address: '192.168.26.12', server: '192.168.26.1' };
    const [given] = await asked({ ...pxe(7), request, hostname: 'localhost' });
    expect(given).toMatchObject({ type: 5, address: '192.168.26.12', bootFile: 'snponly.efi' });
    expect(lab?.leases()).toMatch(/^\d+ 98:fa:9b:1c:2d:02 192\.168\.26\.12 lenovo2 /m);
  });

  test('has only what the image lock has iPXE for, and the script of a router without a gate', async () => {
    const x86 = `${bootLab['images.lock.yaml']}`.replace(/ {2}- \{ architecture: aarch64.*\n/, '');
    const texts = {
      ...bootLab,
      'images.lock.yaml': x86,
      'site.yaml': `${bootLab['site.yaml']}`.replace(/^router:\n/m, 'router:\n  gate: static\n'),
    };
    const of = siteOf(texts);
    expect(bootUrl(of)).toMatch(/^http:\/\/192\.168\.26\.1:8069\/\S*boot\.ipxe$/);
    await lab?.configure(configured(stock, of));
    expect(await bootFiles(pxe(11), httpBoot(19), pxe(7), { ...pxe(7), userClass: 'iPXE' })).toEqual([
      '',
      '',
      'snponly.efi',
      bootUrl(of),
    ]);
  });

  test('answers the name of the API with the addresses of all servers, each node under its own', async () => {
    await lab?.configure(configured(stock, withEndpoint('provider: dns, name: k3s')));
    const names = ['k3s.lab.home.lerenn.net', 'lenovo2.lab.home.lerenn.net'];
    expect(await lab?.client.dns(...names)).toEqual([
      ['192.168.26.11', '192.168.26.12', '192.168.26.13'],
      ['192.168.26.12'],
    ]);
  });

  test("answers it with kube-vip's address, where that moves among the servers, and no longer when it is taken back", async () => {
    const of = withEndpoint('provider: kubeVip, address: 192.168.26.10, version: v1.0.1, name: k3s');
    const before = configured(stock, of);
    await lab?.configure(before);
    expect(await lab?.client.dns('k3s.lab.home.lerenn.net')).toEqual([['192.168.26.10']]);
    await lab?.configure(configured(printExport(before)));
    await expect(lab?.client.dns('k3s.lab.home.lerenn.net')).rejects.toThrow();
  });

  test('gives files from the TFTP root, and logs one that is not there', async () => {
    await lab?.configure(configured());
    const bytes = randomBytes(170_001);
    writeFileSync(lab?.seen('/mnt/usb/pilotlight/tftp/snponly.efi') ?? '', bytes);
    const [file, missing] = (await lab?.client.tftp('snponly.efi', 'enable-UEFI-boot')) ?? [];
    expect(file?.kind).toBe('file');
    expect(Buffer.from(file?.base64 ?? '', 'base64').equals(bytes)).toBe(true);
    expect(missing?.kind).toBe('refused');
    expect(lab?.log()).toMatch(/sent \S+\/tftp\/snponly\.efi to 192\.168\.26\.5/);
    expect(lab?.log()).toMatch(/file \S+\/tftp\/enable-UEFI-boot not found for 192\.168\.26\.5/);
  });
});

describe('what is wrong is seen', () => {
  /** With sections changed before they reach dnsmasq. */
  const changed = (dhcp: UciPackage, change: (section: UciSection) => UciSection): UciPackage => ({
    ...dhcp,
    sections: dhcp.sections.map(change),
  });
  const without = (section: UciSection, option: string): UciSection => ({
    ...section,
    options: new Map([...section.options].filter(([name]) => name !== option)),
  });

  test('without its guard, a section sends iPXE to iPXE for ever', async () => {
    const unguarded = changed(configured(), (section) =>
      section.type === 'boot' && section.name !== 'pilotlight_boot_ipxe'
        ? {
            ...section,
            options: new Map(section.options).set(
              'networkid',
              String(section.options.get('networkid')).replace(/,.*/, ''),
            ),
          }
        : section,
    );
    const last = unguarded.sections.findIndex(({ name }) => name === 'pilotlight_boot_ipxe');
    const wrong = [...unguarded.sections];
    wrong.unshift(...wrong.splice(last, 1));
    await lab?.configure({ ...unguarded, sections: wrong });
    expect(await bootFiles({ ...pxe(7), userClass: 'iPXE' })).toEqual(['snponly.efi']);
  });

  test('without a server name, a section with an address is dropped', async () => {
    await lab?.configure(configured());
    expect(await bootFiles(pxe(7))).toEqual(['snponly.efi']);
    await lab?.configure(changed(configured(), (section) => without(section, 'servername')));
    expect(await bootFiles(pxe(7))).toEqual(['']);
  });

  test('a boot section that somebody puts behind ours wins, until ours are moved behind it again', async () => {
    const sections = [
      ['boot', { networkid: 'pilotlight_efi64', filename: 'other.efi' }],
      ['match', { networkid: 'x64', match: 'option:client-arch,7' }],
      ['boot', { networkid: 'x64', filename: 'x64.efi', servername: 'nas', serveraddress: '192.168.26.9' }],
    ] as const;
    const dhcp = configured();
    const late = {
      name: 'dhcp',
      sections: [
        ...dhcp.sections,
        ...sections.map(([type, options]) => ({
          type,
          name: undefined,
          options: new Map(Object.entries(options)),
        })),
      ],
    };
    await lab?.configure(late);
    expect(await asked(pxe(7))).toMatchObject([{ bootFile: 'x64.efi', nextServer: '192.168.26.9' }]);

    const facts = factsOf({ dhcp: printExport(late), network, uhttpd: '', fstab: '' });
    const plan = planRouter({ target: 'router', site, facts, files: [] });
    expect(
      new Set(plan.changes.filter((change) => change.package === 'dhcp').map(({ kind }) => kind)),
    ).toEqual(new Set(['reorder']));
    expect(plan.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('boots "other.efi"'),
      expect.stringContaining('boots "x64.efi"'),
    ]);
    const [mended] = applyChanges(facts.configuration, plan.changes);
    await lab?.configure(mended ?? late);
    expect(await bootFiles(pxe(7), { ...pxe(7), userClass: 'iPXE' })).toEqual(['snponly.efi', script]);
  });

  test('options 66 and 67 of a pool win over boot sections, which is an error of the plan', async () => {
    const pool = `${stock}	list dhcp_option '67,by-hand.efi'\n`;
    await lab?.configure(configured(pool));
    expect(await bootFiles(pxe(7))).not.toEqual(['snponly.efi']);
    const facts = factsOf({ dhcp: pool, network, uhttpd: '', fstab: '' });
    const { problems } = planRouter({ target: 'router', site, facts, files: [] });
    expect(problems).toMatchObject([
      { severity: 'error', message: expect.stringContaining('"67,by-hand.efi"') },
    ]);
  });
});
