import { compareFindings, compareText, type Finding, finding, type Outcome } from '../shared/finding.ts';
import { type ReadDocuments, readDocuments, readOverlays } from './documents.ts';
import type { Document } from './model/document.ts';
import type { Inventory } from './model/inventory.ts';
import type { Sources } from './model/source.ts';
import { resolveImageWishes } from './resolve/imageWishes.ts';
import { parseNetwork } from './resolve/ipv4.ts';
import { commonLayers, groupLayers, nodeLayer } from './resolve/layer.ts';
import { provenanceOf } from './resolve/provenance.ts';
import { type ResolvedSite, resolveSite } from './resolve/site.ts';
import { at, root, text } from './resolve/written.ts';
import type { RuleContext } from './rules/context.ts';
import { withoutEchoes } from './rules/echoes.ts';
import { runRules } from './rules/rules.ts';
import { applySeverities } from './rules/severities.ts';

/**
 * Reads an inventory: documents, their shape, the model that they resolve to, and what it must mean. Everything that is
 * wrong is found at once; a broken file hides only what would be its echo. There is a value when site.yaml can be used:
 * it has the nodes whose files can be. So a caller that goes on must look whether any finding is an error.
 */
export function readInventory(sources: Sources): Outcome<Inventory | undefined> {
  const read = readDocuments(sources);
  const siteDocument = read.site?.document ?? standIn(`${sources.folder}/site.yaml`);
  const nodes = read.nodes.map(({ document }) => document).sort((a, b) => compareText(a.file, b.file));
  const layers = [...commonLayers(siteDocument), ...groupLayers(siteDocument), ...nodes.map(nodeLayer)];
  const { overlays, texts, findings: ofOverlays } = readOverlays(layers, sources);
  const resolved = resolveSite({
    folder: sources.folder,
    site: siteDocument,
    nodes,
    imageLock: read.imageLock?.document,
    manifests: read.manifests.map(({ file, name, text }) => ({ file, name, text })),
    overlayTexts: texts,
  });
  const written = [...sources.findings, ...read.findings, ...ofOverlays, ...missingSite(sources)];
  const meant = runRules({
    folder: sources.folder,
    site: root(siteDocument),
    nodes,
    layers,
    resolved,
    imageLock: read.imageLock?.document,
    manifests: read.manifests,
    files: sources.files,
    network: parseNetwork(text(at(root(siteDocument), 'network', 'cidr')) ?? ''),
    sound: soundness(read),
  });
  const findings = [...written, ...withoutEchoes(meant, written)].sort(compareFindings);
  return {
    value: read.site?.sound === true ? toInventory(sources, read, resolved, overlays) : undefined,
    findings: applySeverities(findings, resolved.site.rules),
  };
}

function toInventory(
  sources: Sources,
  read: ReadDocuments,
  resolved: ResolvedSite,
  overlays: ReadonlyMap<string, Document>,
): Inventory {
  const usable = new Set(read.nodes.filter(({ sound }) => sound).map(({ document }) => document));
  const nodes = resolved.nodes.filter(({ document }) => usable.has(document));
  const site = { ...resolved.site, nodes: nodes.map(({ node }) => node) };
  const all = [read.site, ...read.nodes, read.imageLock].flatMap((each) => each?.document ?? []);
  return {
    site,
    provenance: provenanceOf({ ...resolved, site, nodes }),
    imageWishes: resolveImageWishes(resolved, read.allNodesSound),
    documents: new Map(all.map((document) => [document.file, document])),
    overlays,
    files: sources.files,
  };
}

function soundness(read: ReadDocuments): RuleContext['sound'] {
  return {
    site: read.site?.sound === true,
    siteRead: read.site !== undefined,
    nodes: read.allNodesSound,
    imageLock: read.imageLockSound,
  };
}

function missingSite({ folder, files, findings }: Sources): Finding[] {
  if (files.has('site.yaml') || findings.some(({ code }) => code === 'PL1020')) return [];
  const file = `${folder}/site.yaml`;
  return [
    finding('PL1020', { file, line: 1, column: 1 }, `there is no ${file}`, {
      hint: 'a site needs at least `domain`, `network: { cidr: … }` and `router: { address: … }`',
    }),
  ];
}

/** Stands for a site.yaml that cannot be read, so that what the nodes alone show is still found. */
function standIn(file: string): Document {
  return { file, value: {}, locate: () => ({ file, line: 1, column: 1 }) };
}
