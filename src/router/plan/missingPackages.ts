import type { Site } from '../../inventory/model/site.ts';
import type { RouterFacts } from '../facts/routerFacts.ts';
import type { RouterPlan } from './routerPlan.ts';
import { webServer } from './served.ts';
import { storageDisk } from './storageMount.ts';

type MissingPackage = RouterPlan['packages'][number];

/** The package of OpenWrt that has the driver of a file system. */
const drivers: Readonly<Record<string, string>> = {
  ext2: 'kmod-fs-ext4',
  ext3: 'kmod-fs-ext4',
  ext4: 'kmod-fs-ext4',
  vfat: 'kmod-fs-vfat',
  exfat: 'kmod-fs-exfat',
  f2fs: 'kmod-fs-f2fs',
};

/** Packages that are needed and not installed: those of storage only where something shows that they are. */
export function missingPackages(site: Site, facts: RouterFacts): MissingPackage[] {
  const { installed } = facts;
  const missing: MissingPackage[] = [];
  if (!['dnsmasq', 'dnsmasq-dhcpv6', 'dnsmasq-full'].some((name) => installed.has(name))) {
    missing.push({ name: 'dnsmasq', why: 'answers DHCP, TFTP and DNS' });
  }
  if (webServer(site).by === 'us' && !installed.has('uhttpd')) {
    missing.push({ name: 'uhttpd', why: 'serves the storage by HTTP' });
  }
  return site.router.target === 'openwrt' ? [...missing, ...ofStorage(site, facts)] : missing;
}

/** A storage that is mounted has all that it needs. */
function ofStorage({ router }: Site, facts: RouterFacts): MissingPackage[] {
  const { installed, storage } = facts;
  if (storage.mounted !== undefined) return [];
  if (!installed.has('block-mount')) {
    return [{ name: 'block-mount', why: `mounts the storage at ${router.storage}` }];
  }
  const seen = storage.disks.some(({ device }) => /^\/dev\/(sd|nvme|mmcblk)/.test(device));
  if (!seen) {
    return installed.has('kmod-usb-storage')
      ? []
      : [{ name: 'kmod-usb-storage', why: 'no disk is seen, and without it no USB disk is' }];
  }
  const fileSystem = storageDisk(facts, router.storage)?.fileSystem ?? '';
  const driver = Object.hasOwn(drivers, fileSystem) ? drivers[fileSystem] : undefined;
  return driver === undefined || installed.has(driver)
    ? []
    : [{ name: driver, why: `the storage has the file system ${fileSystem} and is not mounted` }];
}
