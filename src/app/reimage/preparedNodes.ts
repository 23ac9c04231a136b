import type { Inventory } from '../../inventory/model/inventory.ts';
import type { World } from '../../ports/world.ts';
import type { VariantRecord } from '../../release/manifest.ts';
import { secretsOf } from '../../render/secrets/fillSecrets.ts';
import type { DeployedRelease } from '../arm/deployed.ts';
import { recordsOf, renderNodes } from '../arm/ready.ts';
import type { RenderedNode } from '../arm/renderNode.ts';

/** A node that can be armed: what the inventory makes of it, which is what the release has. */
export interface PreparedNode {
  readonly rendered: RenderedNode;
  readonly record: VariantRecord;
}

/** Nodes rendered, before the secrets in them have values. */
export interface RenderedNodes {
  readonly nodes: readonly RenderedNode[];
  /** Names of the secrets that arming them needs. */
  readonly secrets: readonly string[];
}

/** Renders the nodes that are to be armed, each in the variant that it comes up in. */
export async function renderForArming(
  site: { readonly name: string; readonly inventory: Inventory },
  hostnames: ReadonlySet<string>,
  bootstrap: boolean,
  world: World,
): Promise<RenderedNodes> {
  const { inventory } = site;
  const nodes = inventory.site.nodes.flatMap((node, index) =>
    hostnames.has(node.hostname) ? [{ node, path: `/nodes/${index}` }] : [],
  );
  const variant = bootstrap ? ({ variant: 'bootstrap', bootstrap: true } as const) : {};
  const rendered = await renderNodes({
    site: { ...site, nodes },
    options: { ...variant, seconds: 0 },
    world,
    hooks: {},
  });
  return {
    nodes: rendered,
    secrets: rendered.flatMap(({ configuration }) => secretsOf(configuration.merged)),
  };
}

/** What the release says of rendered nodes, by host name; a Failure that names everything in the way of any. */
export function preparedNodes(
  release: DeployedRelease,
  { nodes }: RenderedNodes,
): ReadonlyMap<string, PreparedNode> {
  const records = recordsOf(release, nodes);
  return new Map(
    nodes.flatMap((rendered, index): [string, PreparedNode][] => {
      const record = records[index];
      return record === undefined ? [] : [[rendered.node.hostname, { rendered, record }]];
    }),
  );
}
