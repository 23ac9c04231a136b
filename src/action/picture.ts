import { type OpenedSite, openSites, type Selection, siteName } from '../app/sites.ts';
import type { World } from '../app/world.ts';
import type { DiagramState } from '../report/mermaid.ts';
import type { Picture } from './result.ts';

/** A site as it is drawn, with what is known of its nodes; undefined where the inventory cannot be read. */
export function pictureOf(
  { inventory }: OpenedSite,
  stateOf: (hostname: string) => DiagramState | undefined,
): Picture | undefined {
  if (inventory === undefined) return undefined;
  const { router, nodes } = inventory.site;
  const drawn = nodes.map(({ hostname, role, network }) => {
    const state = stateOf(hostname);
    const { address: addressed } = network;
    const address = addressed.method === 'static' ? addressed.address : addressed.method;
    const node = { hostname, role, address };
    return state === undefined ? node : { ...node, state };
  });
  return { router: router.address, nodes: drawn };
}

/** The one of some sites that has a name. */
export async function siteNamed(
  name: string,
  selection: Selection,
  world: World,
): Promise<OpenedSite | undefined> {
  return (await openSites({ ...selection, site: undefined }, world)).find((site) => siteName(site) === name);
}
