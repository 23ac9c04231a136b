import { readFileSync } from 'node:fs';
import { describe, expect, type TestContext, test } from 'vitest';
import { requireTool } from '../tools/tools.ts';
import { liveSystem, liveSystemRuns } from './bootLab/liveSystem.ts';
import { type Machine, startMachine } from './bootLab/machine.ts';
import { type Router, startRouter } from './bootLab/router.ts';
import { armed, type Others, type PublishedSite, publishedSite, served } from './bootLab/site.ts';

/** The real iPXE of 2019 boots the scripts of golden releases, in an emulated machine with UEFI firmware. */
describe.concurrent('the real iPXE', () => {
  test('boots the live system of an armed machine with the arguments of its install script', async (context) => {
    const site = publishedSite('lab');
    const install = 'nodes/lenovo2.lab.home.lerenn.net/install.ipxe';
    const ignitionUrl = 'http://192.168.26.1:8069/cgi-bin/gate/config/98-fa-9b-1c-2d-02/0123456789abcdef';
    const images = 'images/coreos/44.20260707.3.1/x86_64/fedora-coreos-44.20260707.3.1-live';
    const { machine, router } = await boot(context, site, '98:fa:9b:1c:2d:02', {
      'cgi-bin/gate/98-fa-9b-1c-2d-02': armed(site, ignitionUrl, install),
      [`${images}-kernel.x86_64`]: readFileSync(requireTool('linux', context)),
      [`${images}-initramfs.x86_64.img`]: liveSystem(requireTool('busybox', context)),
    });
    const [, commandLine] = await machine.console.until(liveSystemRuns);
    const [, name, args] = /^kernel \S+\/(\S+) (.*)$/m.exec(site.release.get(install) ?? '') ?? [];
    expect(commandLine).toBe(`${name} ${args?.replace('${ignition-url}', ignitionUrl)}`);
    expect(router.log).toEqual([
      `200 ${site.base}boot.ipxe`,
      `200 ${site.base}ipxe/by-mac/98-fa-9b-1c-2d-02.ipxe`,
      '200 /cgi-bin/gate/98-fa-9b-1c-2d-02',
      `200 ${site.base}${install}`,
      `200 /${images}-kernel.x86_64`,
      `200 /${images}-initramfs.x86_64.img`,
    ]);
  });

  test('finds a machine by the host name that DHCP gives it, when its MAC is unknown', async (context) => {
    const site = publishedSite('unknown-ignore');
    const { machine, router } = await boot(context, site, '52:54:00:20:00:77', {}, 'known');
    await machine.console.until(ownDisk);
    expect(router.log).toEqual([
      `200 ${site.base}boot.ipxe`,
      `404 ${site.base}ipxe/by-mac/52-54-00-20-00-77.ipxe`,
      `404 ${site.base}ipxe/by-host/known.ipxe`,
      `200 ${site.base}ipxe/by-host/known.example.org.ipxe`,
      '404 /cgi-bin/gate/52-54-00-20-00-01',
    ]);
  });

  test('tells the gate about a machine that nobody knows', async (context) => {
    const site = publishedSite('unknown-discover');
    const { machine, router } = await boot(context, site, '52:54:00:20:00:77');
    await machine.console.until(/Pilotlight: 52:54:00:20:00:77 is unknown here and boots its own disk/);
    const [, asked = ''] = router.log.at(-1)?.split(' ') ?? [];
    const [path, query = ''] = asked.split('?');
    expect(path).toBe('/cgi-bin/gate/discover');
    // iPXE leaves a plus sign as it is: it does not stand for a space.
    const told = query.split('&').map((each) => each.split('=').map(decodeURIComponent));
    expect(Object.fromEntries(told)).toMatchObject({
      mac: '52-54-00-20-00-77',
      ip: '10.20.0.100',
      manufacturer: 'QEMU',
      product: 'Standard PC (Q35 + ICH9, 2009)',
      platform: 'efi',
      arch: 'x86_64',
    });
  });
});

/** The firmware says so when it gives up iPXE's disk and goes on to the next one. */
const ownDisk = /BdsDxe: starting Boot\w+ "UEFI Misc Device 2"/;

/** Boots a machine of a site into what its router serves. */
async function boot(
  context: TestContext,
  site: PublishedSite,
  mac: string,
  others: Others = {},
  hostname?: string,
): Promise<{ machine: Machine; router: Router }> {
  const router = await startRouter(served(site, others));
  context.onTestFinished(() => router.close());
  const { address, url } = site.manifest.site.router;
  const machine = startMachine(
    {
      mac,
      network: address.replace(/\d+$/, '0/24'),
      router: `${address}:${new URL(url).port || 80}`,
      port: router.port,
      bootFile: site.bootFile,
      ...(hostname === undefined ? {} : { hostname }),
    },
    context,
  );
  context.onTestFinished(() => machine.close());
  return { machine, router };
}
