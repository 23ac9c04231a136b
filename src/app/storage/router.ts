import type { Router } from '../../inventory/model/site.ts';
import { Failure } from '../../shared/failure.ts';
import { type OpenedSite, siteName } from '../sites.ts';

/** What site.yaml says of the router; a Failure where it cannot be read. */
export function routerOf(opened: OpenedSite): Router {
  if (opened.inventory !== undefined) return opened.inventory.site.router;
  const [first] = opened.findings.filter(({ severity }) => severity === 'error');
  const why =
    first === undefined ? '' : `: ${first.code} ${first.place.file}:${first.place.line} ${first.message}`;
  throw new Failure('usage', `the site ${siteName(opened)} does not say where its storage is${why}`, {
    next: 'pilotlight check lists what is wrong with the inventory',
  });
}
