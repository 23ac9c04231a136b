import type { ImageSet } from '../../inventory/model/images.ts';
import type { Inventory } from '../../inventory/model/inventory.ts';
import type { Site } from '../../inventory/model/site.ts';
import { applyRules } from '../../lint/rules/applyRules.ts';
import { applySuppressions } from '../../lint/suppress.ts';
import type { World } from '../../ports/world.ts';
import { buildManifest } from '../../release/build.ts';
import type { Manifest, NodeRecord } from '../../release/manifest.ts';
import { clusterRecord, siteRecord } from '../../release/record.ts';
import { baseFindings } from '../../render/base/findings.ts';
import { distinctFindings } from '../../render/distinctFindings.ts';
import { renderBoot } from '../../render/ipxe/boot.ts';
import { releaseManifests } from '../../render/manifests/clusterManifests.ts';
import { sha256 } from '../../shared/digest.ts';
import type { FileRecord, RenderedFile } from '../../shared/fileTree.ts';
import { compareFindings, type Finding, hasErrors, type Outcome } from '../../shared/finding.ts';
import { type BuildContext, buildContext } from './context.ts';
import { lintScript } from './lintVariant.ts';
import { type BuiltNode, buildNode } from './node.ts';

/** What is told while a site is built. */
export interface BuildHooks {
  /** Each file as soon as it is made. Nothing is kept of it afterwards, so that memory does not grow with the site. */
  readonly onFile?: (file: RenderedFile) => void;
  readonly onNode?: (done: number, total: number, name: string) => void;
}

/** Nodes that are worked on at a time: enough to keep the translator's workers busy while others render. */
const nodesAtATime = 32;

/**
 * Renders, translates and lints a whole site. The manifest is there when nothing is wrong with it: a release is made
 * whole or not at all.
 */
export async function buildSite(
  inventory: Inventory,
  world: World,
  hooks: BuildHooks = {},
): Promise<Outcome<Manifest | undefined>> {
  const { site } = inventory;
  const prepared = buildContext(inventory, world);
  const context = prepared.value;
  const findings: Finding[] = [...prepared.findings, ...baseFindings(site, context.locateModel)];
  const records: FileRecord[] = [];
  const nodes: NodeRecord[] = [];
  const add = (file: RenderedFile): void => {
    records.push({ path: file.path, sha256: sha256(file.text), size: Buffer.byteLength(file.text) });
    hooks.onFile?.(file);
  };

  const boot = renderBoot(site, context.locateModel);
  findings.push(...boot.findings);
  if (boot.value !== undefined) {
    const file = { path: 'boot.ipxe', text: boot.value };
    findings.push(...lintScript(context, file, site.file));
    add(file);
  }
  for (const file of manifestFiles(site)) add(file);
  let done = 0;
  for await (const outcome of buildNodes(context)) {
    findings.push(...outcome.findings);
    for (const file of outcome.value.files) add(file);
    if (outcome.value.record !== undefined) nodes.push(outcome.value.record);
    hooks.onNode?.(++done, site.nodes.length, outcome.value.node.name);
  }
  findings.push(...(await context.scripts.check(world.shellcheck, world.cache)));
  const told = silence(distinctFindings(findings), inventory);
  const configured = applyRules(told, site.rules).toSorted(compareFindings);
  const whole = !hasErrors(configured) && nodes.length === site.nodes.length && boot.value !== undefined;
  const manifest = whole ? manifestOf(context, nodes, records) : undefined;
  return { value: manifest, findings: configured };
}

/** The manifests of the cluster as files of their own: what whoever changes a running cluster applies. */
function manifestFiles(site: Site): RenderedFile[] {
  if (site.cluster === undefined) return [];
  return releaseManifests(site, site.cluster).map(({ name, text }) => ({ path: `manifests/${name}`, text }));
}

/** Leaves out what the comments of overlays silence. */
function silence(findings: readonly Finding[], { overlays, files }: Inventory): Finding[] {
  const decoder = new TextDecoder();
  const inOverlays = [...files.values()]
    .filter(({ path }) => overlays.has(path))
    .flatMap(({ path, bytes }) => {
      const own = findings.filter(({ place }) => place.file === path);
      return applySuppressions(own, decoder.decode(bytes), path);
    });
  return [...findings.filter(({ place }) => !overlays.has(place.file)), ...inOverlays];
}

/** Builds nodes several at a time, and answers them in their order. */
async function* buildNodes(context: BuildContext): AsyncGenerator<Outcome<BuiltNode>, void> {
  const { nodes } = context.inventory.site;
  const running: Promise<Outcome<BuiltNode>>[] = [];
  for (const [index, node] of nodes.entries()) {
    const building = buildNode(context, node, `/nodes/${index}`);
    // When the first one fails nobody waits for the others, whose failures are the same one.
    building.catch(() => undefined);
    running.push(building);
    if (running.length >= nodesAtATime) yield* next(running);
  }
  while (running.length > 0) yield* next(running);
}

async function* next<T>(running: Promise<T>[]): AsyncGenerator<T, void> {
  const first = running.shift();
  if (first !== undefined) yield await first;
}

function manifestOf(
  context: BuildContext,
  nodes: readonly NodeRecord[],
  files: readonly FileRecord[],
): Manifest {
  const { site } = context.inventory;
  const assets = site.cluster?.assets ?? [];
  const content = {
    site: siteRecord(site),
    ...(site.cluster === undefined ? {} : { cluster: clusterRecord(site.cluster) }),
    nodes,
    files,
    images: distinctImages(site.nodes.flatMap(({ images }) => images ?? [])),
    ...(assets.length === 0 ? {} : { k3s: assets }),
    secrets: site.secrets,
  };
  return buildManifest(content, {
    pilotlight: context.world.version,
    translator: context.world.translator.version,
    butaneSpec: 'fcos 1.7.0',
  });
}

function distinctImages(images: readonly ImageSet[]): ImageSet[] {
  return [
    ...new Map(images.map((set) => [`${set.stream} ${set.version} ${set.architecture}`, set])).values(),
  ];
}
