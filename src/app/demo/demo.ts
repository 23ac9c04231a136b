import type { World } from '../../ports/world.ts';
import type { Manifest } from '../../release/manifest.ts';
import { manifestPath } from '../../release/manifest.ts';
import { parseManifest } from '../../release/parse.ts';
import { verifyRelease } from '../../release/verify.ts';
import { Failure } from '../../shared/failure.ts';
import type { Checked } from '../check.ts';
import { publish } from '../publish.ts';
import type { WrittenSite } from '../release.ts';
import type { Selection } from '../sites.ts';
import { type BootedNode, bootNode } from './bootNode.ts';
import { deployDemo } from './deployDemo.ts';
import { DemoRouter, type SeenRequest } from './router.ts';

/** What the demo saw, from the inventory to the Ignition of each node. */
export interface DemoStory {
  readonly checked: Checked;
  /** The folder that stands for the router's storage. */
  readonly storage: string;
  readonly sites: readonly DemoSite[];
}

/** One site's release, published, deployed and booted from. */
export interface DemoSite {
  readonly manifest: Manifest;
  /** Where the release lies on what stands for the router's storage. */
  readonly folder: string;
  /** Bytes that the deploy sent. */
  readonly uploadedBytes: number;
  readonly origin: string;
  readonly nodes: readonly BootedNode[];
  readonly requests: readonly SeenRequest[];
}

/**
 * Goes the whole way on an inventory, in a temporary folder and on the loopback interface alone: check, render, lint,
 * release, publish, deploy to a folder in place of a router, then every node boots as iPXE would, without permission and with it.
 */
export async function demo(selection: Selection, world: World): Promise<DemoStory> {
  const storage = await world.releases.temporaryFolder();
  const checked = await publish(selection, { out: storage }, world);
  const sites: DemoSite[] = [];
  for (const site of checked.sites)
    if (site.folder !== undefined) sites.push(await bootSite(site, site.folder, world));
  return { checked, storage, sites };
}

async function bootSite(site: WrittenSite, published: string, world: World): Promise<DemoSite> {
  const { folder, uploadedBytes } = await deployDemo(site, published, world);
  const reader = await world.releases.open(folder);
  const text = await reader?.read(manifestPath);
  const { value: manifest, findings } = parseManifest(text ?? '', `${folder}/${manifestPath}`);
  if (reader === undefined || manifest === undefined) throw unreadable(folder, findings[0]?.message);
  const broken = await verifyRelease(manifest, { folder, read: (path) => reader.read(path) });
  if (broken.length > 0) throw unreadable(folder, broken[0]?.message);
  const router = new DemoRouter(manifest, reader);
  const server = await world.loopback.serve((path) => router.answer(path));
  try {
    const nodes: BootedNode[] = [];
    for (const node of manifest.nodes) {
      nodes.push(await bootNode(node, manifest, router, { origin: server.origin, loopback: world.loopback }));
    }
    return { manifest, folder, uploadedBytes, origin: server.origin, nodes, requests: router.seen };
  } finally {
    await server.close();
  }
}

function unreadable(folder: string, why = 'it is not there'): Failure {
  return new Failure('world', `the release in ${folder} cannot be served: ${why}`, {
    next: 'see whether something else writes there, then run the demo again',
  });
}
