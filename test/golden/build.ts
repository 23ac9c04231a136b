import { createWorld } from '../../src/adapters/world.ts';
import { type CheckedSite, checkSite, summarize } from '../../src/app/check.ts';
import { type OpenedSite, openSites } from '../../src/app/sites.ts';
import type { World } from '../../src/ports/world.ts';
import { manifestText } from '../../src/release/build.ts';
import { manifestPath } from '../../src/release/manifest.ts';
import { textReport } from '../../src/report/text.ts';
import type { Case } from './cases.ts';

/** What Pilotlight makes of an inventory. */
export interface Built {
  readonly sites: readonly BuiltSite[];
  /** The text report, without colour and without the time that it took. */
  readonly report: string;
}

/** One site and its release. */
export interface BuiltSite extends CheckedSite {
  /** Texts by path in the release, manifest.json among them; none when errors kept the release from being made. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * A world that answers the same on every machine: a fixed version of Pilotlight, nothing remembered between runs, and no
 * shellcheck, which a machine may have or not.
 */
export function reproducibleWorld(changes: Partial<World> = {}): World {
  return {
    ...createWorld({ environment: {}, cache: false }),
    shellcheck: { version: async () => undefined, check: async () => new Map() },
    version: '0.0.0-test',
    ...changes,
  };
}

/** Builds the inventory of a case, as somebody would who stands in its folder. */
export function buildCase({ folder }: Case, world: World): Promise<Built> {
  return buildInventory(folder, 'inventory', world);
}

/**
 * Reads an inventory from where somebody stands, and builds each of its sites.
 * @param inventory Its folder as it was typed, relative to `from` or absolute.
 */
export async function buildInventory(from: string, inventory: string, world: World): Promise<Built> {
  const opened = await standing(from, () => openSites({ folder: inventory }, world));
  const sites: BuiltSite[] = [];
  for (const site of opened) sites.push(await buildOpened(site, world));
  const { findings, source, nodes, files } = summarize(sites, 0);
  const report = textReport(findings, { source, colour: false, width: 120, extent: { nodes, files } });
  return { sites, report };
}

async function buildOpened(opened: OpenedSite, world: World): Promise<BuiltSite> {
  const files = new Map<string, string>();
  const checked = await checkSite(opened, world, { onFile: ({ path, text }) => files.set(path, text) });
  if (checked.manifest === undefined) return { ...checked, files: new Map() };
  files.set(manifestPath, manifestText(checked.manifest));
  return { ...checked, files };
}

async function standing<T>(folder: string, action: () => Promise<T>): Promise<T> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await action();
  } finally {
    process.chdir(before);
  }
}
