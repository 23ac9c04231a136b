import type { DeployPlan } from '../deploy/plan/plan.ts';
import { changesAnything } from '../deploy/plan/plan.ts';
import { deploy as carryOut, planDeployment } from '../deploy/run/deploy.ts';
import type { RunTools } from '../deploy/run/tools.ts';
import type { World } from '../ports/world.ts';
import type { ReleaseOrigin } from '../release/origin.ts';
import { verifyRelease } from '../release/verify.ts';
import type { DeployReport } from '../report/deployReport.ts';
import { type Finding, hasErrors } from '../shared/finding.ts';
import type { BuildHooks } from './build/site.ts';
import { type Checked, type CheckedSite, summarize } from './check.ts';
import { openSites, type Selection, siteName } from './sites.ts';
import { refuseOther } from './storage/expectedRelease.ts';
import { nodeChanges } from './storage/nodeChanges.ts';
import type { StorageHooks, StorageOptions } from './storage/options.ts';
import { ownerOf } from './storage/owner.ts';
import { storagePlace } from './storage/place.ts';
import { readyRelease } from './storage/readyRelease.ts';
import { builtSource, openPublished, publishedSource, type ReleaseSource } from './storage/releaseSource.ts';
import { routerOf } from './storage/router.ts';
import { withStorage } from './storage/withStorage.ts';

export interface DeployOptions extends StorageOptions {
  /** Whether to stop when the plan is made. */
  readonly planOnly?: boolean;
  /** A folder with a published release; without it, the inventory is built. */
  readonly release?: string | undefined;
  /** Folder with the files of image sets, laid out as a storage. */
  readonly images: string;
  /** Id of the release that may be deployed, or its first 12 digits. */
  readonly expectRelease?: string | undefined;
  /** A plan of a site that was made earlier: it is carried out, or nothing is. */
  readonly expected?: (site: string) => DeployPlan | undefined;
  /** Where the inventory came from; it is noted beside the manifest. */
  readonly origin?: ReleaseOrigin | undefined;
  /** Whether a site is deployed in spite of what was found; without errors it is, unless this says otherwise. */
  readonly accepts?: (site: CheckedSite) => boolean;
}

export interface DeployHooks extends StorageHooks, BuildHooks {
  /** The plan of a site, before it is carried out. */
  readonly onPlan?: (report: DeployReport) => void;
  /** What became of it. */
  readonly onOutcome?: (report: DeployReport) => void;
}

/** A site with what a deploy planned and did; no report when findings kept it from being deployed. */
export interface DeployedSite extends CheckedSite {
  readonly report: DeployReport | undefined;
}

/** What a deploy saw. */
export interface Deployed extends Checked {
  readonly sites: readonly DeployedSite[];
}

/**
 * Brings each site's release to its storage, one site after the other: builds it, or takes a published one, plans, and carries the plan
 * out. A site with findings that are errors is left as it is; the others are deployed all the same.
 */
export async function deploy(
  selection: Selection,
  options: DeployOptions,
  world: World,
  hooks: DeployHooks = {},
): Promise<Deployed> {
  const started = world.now();
  const work = await world.releases.temporaryFolder();
  try {
    const sites: DeployedSite[] = [];
    const opened = await openSites(selection, world);
    if (options.release === undefined) {
      for (const site of opened) {
        const below = `${work}/${siteName(site)}`;
        const source = await builtSource(site, world, { below, origin: options.origin, hooks });
        sites.push(await deploySite(source, options, world, hooks));
      }
    } else {
      const published = await openPublished(options.release, world);
      const source = publishedSource(opened, published);
      sites.push(await deploySite(source, options, world, hooks));
    }
    return { ...summarize(sites, world.now() - started), sites };
  } finally {
    await world.releases.removeTemporary(work);
  }
}

async function deploySite(
  source: ReleaseSource,
  options: DeployOptions,
  world: World,
  hooks: DeployHooks,
): Promise<DeployedSite> {
  const { site, release } = source;
  if (release === undefined || options.accepts?.(site) === false) return { ...site, report: undefined };
  refuseOther(release.manifest, options.expectRelease);
  const place = storagePlace(routerOf(site.opened), options, world.http);
  const ready = await readyRelease(release.manifest, release.reader);
  const expected = options.expected?.(site.name);
  const request = {
    ...ready,
    images: world.imageFiles(options.images),
    settings: place.settings,
    owner: ownerOf('deploy', world),
    ...(place.check === undefined ? {} : { check: place.check }),
    ...(expected === undefined ? {} : { expected }),
  };
  return withStorage(site.name, place, world, hooks, async (tools) => {
    const { survey, state, plan, problems } = await planDeployment(request, tools);
    const nodes = await nodeChanges(release.manifest, survey, state.pointer);
    const planned: DeployReport = { site: site.name, plan, nodes, problems, outcome: undefined };
    hooks.onPlan?.(planned);
    if (options.planOnly === true) return { ...site, report: planned };
    if (expected === undefined && problems.length === 0 && !changesAnything(plan))
      return done({ ...planned, outcome: unchanged });
    const broken = source.verified ? [] : await verifyRelease(release.manifest, release.files);
    if (hasErrors(broken)) return withFindings(site, broken);
    return done({ ...planned, ...(await apply(request, tools)) });
  });

  function done(report: DeployReport): DeployedSite {
    hooks.onOutcome?.(report);
    return { ...site, report };
  }
}

/** What a deploy comes to that finds everything as it should be. */
const unchanged = { changed: false, uploadedBytes: 0, seconds: 0, warnings: [] } as const;

async function apply(
  request: Parameters<typeof carryOut>[0],
  tools: RunTools,
): Promise<Pick<DeployReport, 'plan' | 'outcome'>> {
  const { plan, changed, uploadedBytes, seconds, warnings } = await carryOut(request, tools);
  return { plan, outcome: { changed, uploadedBytes, seconds, warnings } };
}

function withFindings(site: CheckedSite, findings: readonly Finding[]): DeployedSite {
  return { ...site, findings: [...site.findings, ...findings], report: undefined };
}
