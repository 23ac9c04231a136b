import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { renderNode } from '../../../src/app/arm/renderNode.ts';
import { resolvedIgnition } from '../../../src/app/arm/resolvedIgnition.ts';
import { buildContext } from '../../../src/app/build/context.ts';
import { openSites } from '../../../src/app/sites.ts';
import type { Variant } from '../../../src/inventory/model/node.ts';
import type { World } from '../../../src/ports/world.ts';
import type { Digest } from '../../../src/shared/digest.ts';
import { reproducibleWorld } from '../../golden/build.ts';
import { release } from '../../router/gate/place.ts';
import { inventoryFiles, type NodeName } from './site.ts';

/** What a machine is installed with. */
export interface ArmedConfiguration {
  readonly ignition: string;
  readonly digest: Digest;
}

/** What is asked for. */
export interface Wanted {
  readonly node: NodeName;
  readonly variant: Variant;
  /** The cluster's token. */
  readonly token?: string;
  /** More lines of site.yaml below `k3s:`. */
  readonly k3s?: string;
}

/** Renders a node by the very steps that arming it takes, secrets and all. */
export async function configurationFor(wanted: Wanted): Promise<ArmedConfiguration> {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-first-boot-'));
  const world = reproducibleWorld();
  try {
    for (const [path, text] of Object.entries(inventoryFiles(wanted.k3s))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await render(folder, wanted, world);
  } finally {
    await world.translator.close();
    rmSync(folder, { recursive: true });
  }
}

async function render(folder: string, wanted: Wanted, world: World): Promise<ArmedConfiguration> {
  const [site] = await openSites({ folder }, world);
  const index = site?.inventory?.site.nodes.findIndex(({ name }) => name === wanted.node) ?? -1;
  const node = site?.inventory?.site.nodes[index];
  if (site?.inventory === undefined || node === undefined)
    throw new Error(`the lab's inventory: ${JSON.stringify(site?.findings)}`);
  const context = buildContext(site.inventory, world).value;
  const rendered = await renderNode(context, { node, path: `/nodes/${index}` }, wanted.variant);
  const { token = 'lab-token' } = wanted;
  return {
    ignition: (await resolvedIgnition(rendered, release, () => token, world.translator)).text,
    digest: rendered.configuration.digest,
  };
}
