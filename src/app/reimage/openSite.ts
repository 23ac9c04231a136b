import { type ReadStorage, readStorage } from '../../deploy/run/readStorage.ts';
import type { Inventory } from '../../inventory/model/inventory.ts';
import type { World } from '../../ports/world.ts';
import { Failure } from '../../shared/failure.ts';
import { gatePlace } from '../arm/gatePlace.ts';
import { type SecretRun, withSecrets } from '../arm/secretRun.ts';
import { openSites, type Selection, siteName } from '../sites.ts';
import { withStorage } from '../storage/withStorage.ts';
import type { Reach } from './carryOut.ts';
import { ClusterServers } from './clusterServers.ts';
import { Connection } from './connections.ts';
import { jumpOf } from './jump.ts';
import { hostKeySecrets } from './openNode.ts';
import type { NodeOptions, ReimageHooks } from './options.ts';
import type { SiteRun } from './siteRun.ts';

/** What a reimage of a site works with, and what its storage said first. */
export interface OpenReimage extends Reach {
  readonly before: ReadStorage;
  /** Reads values of secrets, which can be revealed from then on. */
  need(names: Iterable<string>): Promise<void>;
  /** The same for as many of them as somebody gives: whoever only looks can do without. */
  want(names: Iterable<string>): Promise<void>;
}

/** The one site that is meant; a Failure where there are several, or where it cannot be read. */
export async function oneSite(
  selection: Selection,
  world: World,
): Promise<{ readonly name: string; readonly inventory: Inventory }> {
  const sites = await openSites(selection, world);
  const [site] = sites;
  if (site === undefined || sites.length > 1) {
    throw new Failure(
      'usage',
      `${selection.folder} holds ${sites.length} sites, and one is reimaged at a time`,
      {
        next: `name one with --site: ${sites.map(siteName).join(', ')}`,
      },
    );
  }
  if (site.inventory !== undefined) return { name: siteName(site), inventory: site.inventory };
  throw new Failure('usage', `the site ${siteName(site)} cannot be read`, {
    next: 'pilotlight check lists what is wrong with the inventory',
  });
}

/**
 * Opens all that a reimage of a site may need, hands it over, and closes it whatever happens. Nothing is written. Whoever only looks is let in
 * without values of secrets: the host key that a node keeps is then the one that the gate heard.
 */
export async function withReimage<T>(
  { name, inventory }: { readonly name: string; readonly inventory: Inventory },
  options: NodeOptions & { readonly planOnly?: boolean },
  world: World,
  hooks: ReimageHooks,
  act: (open: OpenReimage) => Promise<T>,
): Promise<T> {
  refuseStatic(name, inventory);
  const place = gatePlace(name, inventory.site.router, options, world);
  const jump = jumpOf(name, inventory.site.router, options);
  return withSecrets(world, options.secrets, async (secrets) => {
    const known = knownSecrets(secrets);
    const hostKeys = hostKeySecrets(inventory.site.nodes);
    await (options.planOnly === true ? known.want(hostKeys) : known.need(hostKeys));
    return withStorage(name, place, world, hooks, async (tools) => {
      const gate = new Connection((signal) => world.gates.open(place.target, signal));
      const site: SiteRun = {
        name,
        inventory,
        place,
        world,
        gate,
        knownHosts: options.knownHosts ?? '',
        jump,
        kubeconfig: options.kubeconfig,
        reveal: known.reveal,
        isKnown: known.isKnown,
      };
      const servers = new ClusterServers(site);
      try {
        const before = await readStorage(tools, place.settings);
        return await act({ site, servers, tools, hooks, before, need: known.need, want: known.want });
      } finally {
        await servers.close();
        await gate.close();
      }
    });
  });
}

/** Files cannot forget: what is armed by one is installed by every network boot, and what it is installed with is everybody's to read. */
function refuseStatic(name: string, { site }: Inventory): void {
  if (site.router.gate !== 'static') return;
  throw new Failure(
    'usage',
    `the router of ${name} has no gate: router.gate is static, so that nothing can be installed once, and no secret be kept while it is`,
    {
      next: 'set router.gate: cgi, then pilotlight router apply; without CGI, pilotlight arm NODE --until-disarmed installs nodes without secrets',
    },
  );
}

function knownSecrets(secrets: SecretRun) {
  const values = new Map<string, string>();
  return {
    need: async (names: Iterable<string>): Promise<void> => {
      const wanted = [...names].filter((name) => !values.has(name));
      const reveal = await secrets.read(wanted);
      for (const name of wanted) values.set(name, reveal(name));
    },
    want: async (names: Iterable<string>): Promise<void> => {
      for (const [name, value] of await secrets.find(names)) values.set(name, value);
    },
    isKnown: (name: string): boolean => values.has(name),
    reveal: (name: string): string => {
      const value = values.get(name);
      if (value === undefined) throw new Error(`nobody asked for the secret ${name}`);
      return value;
    },
  };
}
