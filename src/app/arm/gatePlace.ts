import type { Router } from '../../inventory/model/site.ts';
import type { World } from '../../ports/world.ts';
import { Failure } from '../../shared/failure.ts';
import type { StorageOptions } from '../storage/options.ts';
import { type StoragePlace, storagePlace } from '../storage/place.ts';

/** Where a site's gate is: on the router that has the storage. A Failure for a folder, which nothing boots from, and where files answer machines. */
export function gatePlace(site: string, router: Router, options: StorageOptions, world: World): StoragePlace {
  if (router.gate === 'static') {
    throw new Failure('usage', `the router of ${site} has no gate: router.gate is static`, {
      next: 'set router.gate: cgi, then pilotlight router apply',
    });
  }
  const place = storagePlace(router, options, world.http);
  if (place.target.kind === 'shell') return place;
  throw new Failure('usage', `the storage of ${site} is a folder of this machine, which has no gate`, {
    next: 'nodes are armed on a router: see router.target in site.yaml',
  });
}
