import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, type TestContext, test } from 'vitest';
import { surveyedConfiguration } from '../../../src/router/facts/readFacts.ts';
import type { RouterFacts } from '../../../src/router/facts/routerFacts.ts';
import { desiredConfig, restoredConfig } from '../../../src/router/plan/desired.ts';
import { planRouter } from '../../../src/router/plan/planRouter.ts';
import { applyChanges } from '../../../src/router/uci/apply.ts';
import { batchText, changedPackages } from '../../../src/router/uci/batch.ts';
import { changesBetween } from '../../../src/router/uci/changes.ts';
import { isOwn } from '../../../src/router/uci/reference.ts';
import type { DesiredConfig, UciChange, UciPackage, UciSection } from '../../../src/router/uci/section.ts';
import { requireTool } from '../../tools/tools.ts';
import { dnsmasqFiles } from '../boot/initScript.ts';
import { bootLab, siteOf } from '../boot/site.ts';
import { factsOf } from '../boot/survey.ts';
import { type RealUci, realUci } from '../uci/realUci.ts';

/** Configurations as they are found on routers, a folder each. */
interface Found {
  readonly name: string;
  /** The link that has 192.168.26.1. */
  readonly device: string;
  /** What the plan says of it: the beginnings of its problems. */
  readonly problems: readonly string[];
  /** The dnsmasq that serves the nodes. */
  readonly serving: string;
}

const others = 'UEFI machines, BIOS machines and iPXE get what Pilotlight says from now on';
const configurations: readonly Found[] = [
  { name: 'openwrt-22.03', device: 'br-lan', serving: '@dnsmasq[0]', problems: [] },
  { name: 'openwrt-24.10', device: 'br-lan', serving: '@dnsmasq[0]', problems: [] },
  { name: 'vlans-and-guests', device: 'br-lan.26', serving: '@dnsmasq[0]', problems: [] },
  {
    name: 'two-dnsmasq',
    device: 'br-lan',
    serving: 'lan_dns',
    problems: [
      `warning: dhcp.attic boots "pxelinux.0"; ${others}`,
      'warning: TFTP serves /mnt/attic/tftp now, and will serve /mnt/usb/pilotlight/tftp: machines that load something else from there no longer find it',
    ],
  },
  { name: 'adguard-home', device: 'br-lan', serving: '@dnsmasq[0]', problems: [] },
  {
    name: 'by-hand',
    device: 'br-lan',
    serving: '@dnsmasq[0]',
    problems: [
      `warning: dhcp.@boot[0] boots "dos/\\"laser\\" #1.0"; ${others}`,
      `warning: dhcp.linux boots "pxelinux.0"; ${others}`,
    ],
  },
];

const site = siteOf();
const withoutOne = siteOf(
  Object.fromEntries(Object.entries(bootLab).filter(([path]) => path !== 'nodes/lenovo2.yaml')),
);

const opened: RealUci[] = [];
afterAll(() => {
  for (const uci of opened) uci.close();
});

/** A router with one of them, and the real uci. */
function routerWith({ name, device }: Found, context: TestContext) {
  const uci = realUci(requireTool('uci', context));
  opened.push(uci);
  const folder = join(import.meta.dirname, name);
  const there = new Set(readdirSync(folder));
  for (const each of surveyedConfiguration)
    uci.write(each, there.has(each) ? readFileSync(join(folder, each), 'utf8') : '');
  const facts = (): RouterFacts => {
    const texts = Object.fromEntries(surveyedConfiguration.map((each) => [each, uci.export(each)]));
    const addresses = `7: ${device}    inet 192.168.26.1/24 brd 192.168.26.255 scope global ${device}\n`;
    return factsOf(texts, { addresses });
  };
  return {
    facts,
    /** Makes it that configuration; answers what changed. */
    make(desired: DesiredConfig): UciChange[] {
      const { configuration } = facts();
      const changes = changesBetween(configuration, desired);
      expect(uci.batch(batchText(changes), changedPackages(changes))).toBe('');
      expect(facts().configuration).toEqual(applyChanges(configuration, changes));
      return changes;
    },
  };
}

/** What is not ours, in its order. */
function foreign(configuration: readonly UciPackage[]): UciPackage[] {
  return configuration.map(({ name, sections }) => ({
    name,
    sections: sections.filter((section) => !isOwn(section)),
  }));
}

/** Without the two options of ours that stand in the section of dnsmasq. */
function withoutTftp(packages: readonly UciPackage[]): UciPackage[] {
  const left = (section: UciSection): UciSection => ({
    ...section,
    options: new Map([...section.options].filter(([name]) => name !== 'enable_tftp' && name !== 'tftp_root')),
  });
  return packages.map(({ name, sections }) => ({
    name,
    sections: sections.map((section) => (section.type === 'dnsmasq' ? left(section) : section)),
  }));
}

describe.each(configurations)('the configuration $name', (found) => {
  test('is planned for', (context) => {
    const facts = routerWith(found, context).facts();
    expect(facts.unreadable).toEqual([]);
    expect(facts.dnsmasq.serving?.reference).toBe(found.serving);
    const { problems } = planRouter({ target: 'router', site, facts, files: [] });
    expect(problems.map(({ severity, message }) => `${severity}: ${message}`)).toEqual(found.problems);
  });

  test('keeps what is not ours, and a second run changes nothing', (context) => {
    const router = routerWith(found, context);
    const before = router.facts().configuration;
    const changes = router.make(desiredConfig(site, router.facts()));
    expect(changes.length).toBeGreaterThan(20);
    const after = router.facts();
    expect(withoutTftp(foreign(after.configuration))).toEqual(withoutTftp(before));
    expect(after.dnsmasq.serving?.section.options.get('tftp_root')).toBe('/mnt/usb/pilotlight/tftp');
    expect(router.make(desiredConfig(site, after))).toEqual([]);
  });

  test('loses the sections of a node that goes, and no other', (context) => {
    const router = routerWith(found, context);
    router.make(desiredConfig(site, router.facts()));
    const changes = router.make(desiredConfig(withoutOne, router.facts()));
    expect(changes.map(({ kind, ...change }) => `${kind} ${change.package}.${change.section}`)).toEqual([
      'remove dhcp.pilotlight_host_lenovo2',
      'remove dhcp.pilotlight_name_lenovo2',
    ]);
  });

  test('is as it was when all of ours is taken away', (context) => {
    const router = routerWith(found, context);
    const before = router.facts().configuration;
    router.make(desiredConfig(site, router.facts()));
    router.make(desiredConfig(withoutOne, router.facts()));
    router.make(restoredConfig(router.facts()));
    const restored = router.facts().configuration;
    // Options that were put back stand at the end of their section.
    expect(restored).toEqual(before);
  });

  test('starts dnsmasq, and boots nobody from another one', (context) => {
    const dnsmasq = requireTool('dnsmasq', context);
    const router = routerWith(found, context);
    router.make(desiredConfig(site, router.facts()));
    const {
      configuration,
      dnsmasq: { instances, serving },
    } = router.facts();
    const dhcp = configuration.find(({ name }) => name === 'dhcp');
    const folder = mkdtempSync(join(tmpdir(), 'pilotlight-conf-'));
    const networks = new Map(
      ['lan', 'servers', 'guest', 'home'].map((name, index) => [
        name,
        { device: `br-${name}`, address: `192.168.${26 + index}.1`, prefixLength: 24 },
      ]),
    );
    for (const { reference } of instances) {
      const { conf } = dnsmasqFiles(dhcp ?? { name: 'dhcp', sections: [] }, reference, { networks, folder });
      writeFileSync(join(folder, 'conf'), conf);
      const checked = spawnSync(dnsmasq, ['--test', `--conf-file=${join(folder, 'conf')}`], {
        encoding: 'utf8',
      });
      expect(checked.stderr).toMatch(/syntax check OK/);
      expect(conf.includes('snponly.efi')).toBe(reference === serving?.reference);
    }
    rmSync(folder, { recursive: true });
  });
});
