import { applyRules } from '../lint/rules/applyRules.ts';
import type { World } from '../ports/world.ts';
import { manifestPath } from '../release/manifest.ts';
import { parseManifest } from '../release/parse.ts';
import { type PlannedRelease, planAgainst } from '../release/plan/against.ts';
import { planFindings, versionFindings } from '../release/plan/findings.ts';
import type { ReleasePlan } from '../release/plan/plan.ts';
import { changesInPlace } from '../render/base/changesInPlace.ts';
import { generationPath } from '../render/base/generation.ts';
import { locator } from '../render/locate.ts';
import { Failure } from '../shared/failure.ts';
import { compareFindings, type Finding } from '../shared/finding.ts';
import type { BuildHooks } from './build/site.ts';
import { type Checked, summarize } from './check.ts';
import { type WrittenSite, writeRelease } from './release.ts';
import { type OpenedSite, openSites, type Selection, siteName } from './sites.ts';

/** A site, and what its release means for each node; no plan when errors kept the release from being made. */
export interface PlannedSite extends WrittenSite {
  readonly plan: ReleasePlan | undefined;
}

/** What a plan run saw. */
export interface Planned extends Checked {
  readonly sites: readonly PlannedSite[];
}

export interface PlanRequest {
  /** A release (its folder, or its manifest.json), or a Git commit of the inventory. */
  readonly against: string;
  /** Whether `against` can only be a commit: then a folder of that name, which a pull request may have, is nothing. */
  readonly commitOnly?: boolean;
  /** Where releases go that are to be kept; a temporary folder otherwise. */
  readonly out?: string | undefined;
}

/**
 * Builds each site and compares it with an earlier release, or with what the inventory of an earlier commit makes today.
 * With both made by the same Pilotlight, a new version of it is no change of a node.
 */
export async function plan(
  selection: Selection,
  request: PlanRequest,
  world: World,
  hooks: BuildHooks = {},
): Promise<Planned> {
  const started = world.now();
  const work = await world.releases.temporaryFolder();
  try {
    const sites: PlannedSite[] = [];
    for (const opened of await openSites(selection, world)) {
      const written = await write(opened, world, request.out ?? work, hooks);
      const previous = await previousRelease(selection, opened, request, world, work);
      sites.push(await planSite(written, previous, world));
    }
    return { ...summarize(sites, world.now() - started), sites };
  } finally {
    await world.releases.removeTemporary(work);
  }
}

/** Compares a release that was written already, as {@link plan} does. */
export async function planWritten(
  selection: Selection,
  written: WrittenSite,
  request: PlanRequest,
  world: World,
): Promise<PlannedSite> {
  if (written.folder === undefined) return { ...written, plan: undefined };
  const work = await world.releases.temporaryFolder();
  try {
    const previous = await previousRelease(selection, written.opened, request, world, work);
    return await planSite(written, previous, world);
  } finally {
    await world.releases.removeTemporary(work);
  }
}

function write(
  opened: OpenedSite,
  world: World,
  below: string,
  hooks: BuildHooks = {},
): Promise<WrittenSite> {
  return writeRelease(opened, world, {
    below: `${below}/${siteName(opened)}`,
    hooks,
    finish: (writer, manifest) => writer.publish(manifest.release.id),
  });
}

/** Files on a node that follow from other changes, or change in place: no reason of their own to install it again. */
function follows(path: string): boolean {
  return path === generationPath || changesInPlace(path);
}

async function planSite(
  written: WrittenSite,
  previous: PlannedRelease | undefined,
  world: World,
): Promise<PlannedSite> {
  const { manifest, folder } = written;
  if (manifest === undefined || folder === undefined) return { ...written, plan: undefined };
  const reader = await world.releases.open(folder);
  const made = await planAgainst(
    previous,
    { manifest, read: async (path) => reader?.read(path) },
    { follows },
  );
  const findings = [...written.findings, ...dangers(made, written)].sort(compareFindings);
  return { ...written, findings, plan: made };
}

/** Data at risk, new hardware and versions that do not follow each other are warnings, at the lines of the inventory that say so. */
function dangers(made: ReleasePlan, { opened: { inventory } }: WrittenSite): Finding[] {
  if (inventory === undefined) return [];
  const locate = locator(inventory);
  const ofNodes = planFindings(made, (node, what) => {
    const index = inventory.site.nodes.findIndex(({ hostname }) => hostname === node.hostname);
    const key = what === 'installDisk' ? 'installDisk/device' : what;
    return locate(index < 0 ? '' : `/nodes/${index}/${key}`);
  });
  const ofVersion = versionFindings(made, () => locate('/cluster/version'));
  return applyRules([...ofNodes, ...ofVersion], inventory.site.rules);
}

/** The release to compare with; undefined when the site was not there yet. */
async function previousRelease(
  selection: Selection,
  opened: OpenedSite,
  { against, commitOnly = false }: PlanRequest,
  world: World,
  work: string,
): Promise<PlannedRelease | undefined> {
  const reader = commitOnly ? undefined : await world.releases.open(against);
  if (reader !== undefined) return openRelease(against, reader);
  const name = siteName(opened);
  const commits = await openSites({ folder: selection.folder, revision: against }, world);
  // A site whose site.yaml could not be read goes by its folder's name: it is broken, not missing.
  const before =
    commits.find((site) => siteName(site) === name) ??
    commits.find(
      ({ inventory, sources }) => inventory === undefined && sources.folder === opened.sources.folder,
    );
  if (before === undefined) return undefined;
  const written = await write(before, world, `${work}/before`);
  if (written.manifest === undefined || written.folder === undefined) throw brokenBefore(against, written);
  const made = await world.releases.open(written.folder);
  return { manifest: written.manifest, read: async (path) => made?.read(path) };
}

async function openRelease(
  against: string,
  reader: { read(path: string): Promise<string | undefined> },
): Promise<PlannedRelease> {
  const { value, findings } = parseManifest(
    (await reader.read(manifestPath)) ?? '',
    `${against}/${manifestPath}`,
  );
  if (value !== undefined) return { manifest: value, read: (path) => reader.read(path) };
  const [first] = findings;
  throw new Failure(
    'usage',
    `${against} holds no release that can be read: ${first?.message ?? 'no manifest'}`,
    {
      next: first?.hint ?? 'publish it again',
    },
  );
}

function brokenBefore(against: string, { findings }: WrittenSite): Failure {
  const [first] = findings.filter(({ severity }) => severity === 'error');
  const example =
    first === undefined
      ? ''
      : `, the first one: ${first.code} ${first.place.file}:${first.place.line} ${first.message}`;
  return new Failure('usage', `the inventory of ${against} has errors${example}`, {
    next: 'compare with a commit whose inventory is whole, or with a published release',
  });
}
