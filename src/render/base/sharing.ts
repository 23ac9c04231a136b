import type { Site } from '../../inventory/model/site.ts';

/** Answers the very same object for the same key, made when it is first asked for. */
export type Share = <T extends object>(key: string, make: () => T) => T;

const pools = new WeakMap<Site, Share>();

/**
 * What the nodes of one site have in common is made once and kept by identity, so that later stages can remember
 * its text and its translation by object. A key must name all that the value is made from, apart from the site.
 */
export function sharing(site: Site): Share {
  const known = pools.get(site);
  if (known !== undefined) return known;
  const made = new Map<string, object>();
  const share: Share = <T extends object>(key: string, make: () => T): T => {
    const found = made.get(key);
    if (found !== undefined) return found as T;
    const value = make();
    made.set(key, value);
    return value;
  };
  pools.set(site, share);
  return share;
}
