import type { World } from '../ports/world.ts';
import type { NodeStatus } from '../reimage/plan/nodeStatus.ts';
import type { ReleaseOrigin } from '../release/origin.ts';
import { FileCollection } from '../report/html/files/collect.ts';
import type { ReportOrigin } from '../report/html/origin.ts';
import type { ReleaseReportInput } from '../report/html/releaseReport.ts';
import type { BuildHooks } from './build/site.ts';
import { type Checked, summarize } from './check.ts';
import { planWritten } from './plan.ts';
import { siteNodes } from './reimage/nodes.ts';
import type { NodeOptions } from './reimage/options.ts';
import { type WrittenSite, writeRelease } from './release.ts';
import { type OpenedSite, openSites, type Selection, siteName } from './sites.ts';
import type { StorageHooks } from './storage/options.ts';

export interface ReportRequest {
  /** What the release is compared with: a release, or a Git commit of the inventory. */
  readonly against?: string | undefined;
  /** Whether nodes are asked what they run, and how they are reached. */
  readonly nodes?: NodeOptions | undefined;
  /** Where the inventory comes from. */
  readonly origin?: ReleaseOrigin | undefined;
}

/** A site, and the page about its release. */
export interface ReportedSite extends WrittenSite {
  readonly html: string;
}

/** What reports were made of. */
export interface Reported extends Checked {
  readonly sites: readonly ReportedSite[];
}

/** Builds each site, and makes a page about its release: of one with errors too, which tells of those. Nothing is kept of the build. */
export async function report(
  selection: Selection,
  request: ReportRequest,
  world: World,
  hooks: BuildHooks & StorageHooks = {},
): Promise<Reported> {
  const started = world.now();
  const work = await world.releases.temporaryFolder();
  try {
    const sites: ReportedSite[] = [];
    for (const opened of await openSites(selection, world))
      sites.push(await reportSite(selection, opened, request, { world, hooks, work }));
    return { ...summarize(sites, world.now() - started), sites };
  } finally {
    await world.releases.removeTemporary(work);
  }
}

/** What all sites are reported with. */
interface Surroundings {
  readonly world: World;
  readonly hooks: BuildHooks & StorageHooks;
  /** A folder that goes afterwards. */
  readonly work: string;
}

async function reportSite(
  selection: Selection,
  opened: OpenedSite,
  request: ReportRequest,
  { world, hooks, work }: Surroundings,
): Promise<ReportedSite> {
  const files = new FileCollection();
  const written = await writeRelease(opened, world, {
    below: `${work}/${siteName(opened)}`,
    hooks: {
      ...(hooks.onNode === undefined ? {} : { onNode: hooks.onNode }),
      onFile: (file) => files.add(file),
    },
    finish: (writer, manifest) => writer.publish(manifest.release.id),
  });
  const { against, nodes } = request;
  const planned =
    against === undefined
      ? { ...written, plan: undefined }
      : await planWritten(selection, written, { against }, world);
  const states = nodes === undefined ? undefined : await nodeStates(opened, nodes, world, hooks);
  const html = await releasePage({
    name: planned.name,
    site: opened.inventory?.site,
    release: planned.manifest?.release.id,
    findings: planned.findings,
    source: summarize([planned], 0).source,
    files: files.collected(),
    ...(against === undefined || planned.plan === undefined
      ? {}
      : { comparison: { against, plan: planned.plan } }),
    ...(states === undefined ? {} : { nodes: states }),
    origin: reportOrigin(world, request.origin),
  });
  return { ...planned, html };
}

/** The page of a release; what colours files is loaded when there is one to be made. */
export async function releasePage(input: ReleaseReportInput): Promise<string> {
  const { releaseReport } = await import('../report/html/releaseReport.ts');
  return releaseReport(input);
}

/** What stands at the end of a page. It has no time, so that the same inventory gives the same bytes. */
export function reportOrigin(world: World, origin: ReleaseOrigin | undefined): ReportOrigin {
  return {
    version: world.version,
    ...(origin?.commit === undefined ? {} : { commit: origin.commit }),
  };
}

async function nodeStates(
  opened: OpenedSite,
  options: NodeOptions,
  world: World,
  hooks: StorageHooks,
): Promise<readonly NodeStatus[] | undefined> {
  const { inventory } = opened;
  if (inventory === undefined) return undefined;
  const seen = await siteNodes({ name: siteName(opened), inventory }, options, world, hooks);
  return seen.nodes;
}
