import type { Site } from '../../inventory/model/site.ts';
import type { StorageTarget } from '../../ports/storages.ts';
import type { World } from '../../ports/world.ts';
import { Failure } from '../../shared/failure.ts';
import type { Finding } from '../../shared/finding.ts';
import { openSites, type Selection, siteName } from '../sites.ts';
import { type StoragePlace, storagePlace } from '../storage/place.ts';
import { routerOf } from '../storage/router.ts';
import type { RouterOptions } from './options.ts';

/** A site whose router is worked on. */
export interface RouterSite {
  readonly name: string;
  readonly site: Site;
  readonly findings: readonly Finding[];
  /** Its storage; on the router too. */
  readonly place: StoragePlace & { readonly target: Extract<StorageTarget, { kind: 'shell' }> };
}

/** The one site that a command about a router is for. A Failure where there are several, or where its storage is not on an OpenWrt router. */
export async function routerSite(
  selection: Selection,
  options: RouterOptions,
  world: World,
): Promise<RouterSite> {
  const [opened, ...others] = await openSites(selection, world);
  if (opened === undefined || others.length > 0) {
    const names = [opened, ...others].flatMap((each) => (each === undefined ? [] : [siteName(each)]));
    throw new Failure('usage', 'there are several sites, and one router is worked on at a time', {
      next: `name the site with --site: ${names.join(', ')}`,
    });
  }
  const router = routerOf(opened);
  const place = storagePlace(router, options, world.http);
  const { target } = place;
  if (router.target !== 'openwrt' || target.kind !== 'shell' || opened.inventory === undefined) {
    const what =
      router.target === 'directory' ? 'a folder of this machine' : 'a host that is no OpenWrt router';
    throw new Failure(
      'usage',
      `the storage of ${siteName(opened)} is ${what} (router.target: ${router.target}), and nothing is set up there`,
      { next: 'set up its DHCP, TFTP and HTTP servers by hand, or set router.target to openwrt' },
    );
  }
  const { inventory, findings } = opened;
  return { name: siteName(opened), site: inventory.site, findings, place: { ...place, target } };
}

/** Refuses a site with errors: a router is not made what a wrong inventory describes. */
export function refuseErrors({ name, findings }: RouterSite): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first, ...more] = errors;
  if (first === undefined) return;
  const { code, place, message } = first;
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  throw new Failure(
    'usage',
    `the inventory of ${name} has errors: ${code} ${place.file}:${place.line} ${message}${others}`,
    { next: 'pilotlight check lists what is wrong with the inventory' },
  );
}
