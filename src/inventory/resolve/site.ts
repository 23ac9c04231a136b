import { compareText } from '../../shared/finding.ts';
import type { Document } from '../model/document.ts';
import type { Node } from '../model/node.ts';
import type { Manifest, Site } from '../model/site.ts';
import { resolveCluster } from './cluster.ts';
import { type Combination, type Combine, combinations, interning, sharing } from './combination.ts';
import { type GroupMatch, matchingGroups, readGroups } from './groups.ts';
import { type Hostname, resolveHostname } from './hostname.ts';
import {
  imageChooser,
  type LockedImageSet,
  type LockedIpxe,
  type LockedK3s,
  readImageLock,
  readIpxeLock,
  readK3sLock,
} from './imageLock.ts';
import { commonLayers, groupLayers, type Layers, nodeLayer } from './layer.ts';
import { withoutUnusedMetalImages } from './metalImages.ts';
import { type DraftNode, resolveNode } from './node.ts';
import { unnoted } from './note.ts';
import { collectSecrets, secretReferences, templateSecrets } from './secrets.ts';
import { resolveSiteFacts, type SiteFacts } from './siteFacts.ts';
import { shareWindows } from './updates.ts';

/** The documents of one site. Those of the wrong shape may be among them: what is not as expected is passed over. */
export interface SiteDocuments {
  readonly folder: string;
  readonly site: Document;
  readonly nodes: readonly Document[];
  readonly imageLock?: Document | undefined;
  readonly manifests: readonly Manifest[];
  /** Texts of overlays: their templates may refer to secrets. */
  readonly overlayTexts: readonly string[];
}

/** A node with what it was resolved from. */
export interface ResolvedNode {
  readonly node: Node;
  readonly document: Document;
  readonly names: Hostname;
  readonly combination: Combination;
  readonly draft: DraftNode;
}

/** A site with what it was resolved from: what rules and provenance look at beside the model. */
export interface ResolvedSite {
  readonly site: Site;
  readonly facts: SiteFacts;
  readonly documents: SiteDocuments;
  /** In the order of `site.nodes`. */
  readonly nodes: readonly ResolvedNode[];
  readonly groups: readonly GroupMatch[];
  readonly imageSets: readonly LockedImageSet[];
  readonly k3sReleases: readonly LockedK3s[];
  readonly ipxe: readonly LockedIpxe[];
}

/** Resolves a site: defaults, groups and nodes become one model. Pure, and linear in the number of nodes. */
export function resolveSite(documents: SiteDocuments): ResolvedSite {
  const facts = resolveSiteFacts(documents.site, documents.folder, unnoted);
  const groups = readGroups(documents.site);
  const common = commonLayers(documents.site);
  const combine = combinations(common, groupLayers(documents.site));
  const imageSets = readImageLock(documents.imageLock);
  const k3sReleases = readK3sLock(documents.imageLock);
  const ipxe = readIpxeLock(documents.imageLock);
  const chooseImages = imageChooser(imageSets);
  const intern = interning();
  const drafts = documents.nodes
    .map((document) => ({ document, names: resolveHostname(document, facts.domain) }))
    .sort(
      (a, b) =>
        compareText(a.names.hostname, b.names.hostname) || compareText(a.document.file, b.document.file),
    )
    .map(({ document, names }) => {
      const combination = combinationOf(document, names, common, groups, combine);
      const share = sharing(combination, nodeLayer(document), intern);
      const context = { site: facts, document, names, groups: combination.groups, share, chooseImages };
      return { document, names, combination, draft: resolveNode({ ...context, note: unnoted }) };
    });
  const nodes = settle(withoutUnusedMetalImages(drafts));
  const site = assemble(documents, facts, nodes, { k3sReleases, ipxe });
  return { site, facts, documents, nodes, groups, imageSets, k3sReleases, ipxe };
}

/** All layers of a resolved node, least specific first. */
export function layersOf({ combination, document }: Pick<ResolvedNode, 'combination' | 'document'>): Layers {
  return [...combination.layers, nodeLayer(document)];
}

/** What is left to settle when all nodes are known: the lone server is the first one, and servers take turns to reboot. */
function settle(drafts: readonly Omit<ResolvedNode, 'node'>[]): ResolvedNode[] {
  const lone = drafts.filter(({ draft }) => draft.node.role === 'server').length === 1;
  const updates = shareWindows(
    drafts.map(({ draft }) => ({ wanted: draft.updates, server: draft.node.role === 'server' })),
  );
  return drafts.map((each, index) => {
    const { node, firstServer } = each.draft;
    return {
      ...each,
      node: {
        ...node,
        firstServer: node.role === 'server' && (firstServer ?? lone),
        updates: updates[index] ?? { strategy: 'off', windows: [] },
      },
    };
  });
}

function assemble(
  documents: SiteDocuments,
  facts: SiteFacts,
  resolved: readonly ResolvedNode[],
  { k3sReleases, ipxe }: Pick<ResolvedSite, 'k3sReleases' | 'ipxe'>,
): Site {
  const nodes = resolved.map(({ node }) => node);
  const cluster = resolveCluster(documents.site, facts.domain, nodes, k3sReleases, unnoted);
  return {
    ...facts,
    ...(cluster === undefined ? {} : { cluster }),
    nodes,
    manifests: documents.manifests,
    ipxe: ipxe.map(({ binary }) => binary),
    secrets: secretsOf(documents, cluster),
  };
}

function secretsOf(documents: SiteDocuments, cluster: Site['cluster']): Site['secrets'] {
  const written = [documents.site, ...documents.nodes].flatMap((document) =>
    [...secretReferences(document)].map(({ reference }) => reference),
  );
  const inTemplates = documents.overlayTexts.flatMap((text) => [...templateSecrets(text)]);
  return collectSecrets([
    ...written,
    ...(cluster === undefined ? [] : [cluster.token]),
    ...inTemplates.map((secret) => ({ secret })),
  ]);
}

function combinationOf(
  document: Document,
  names: Hostname,
  common: Layers,
  groups: readonly GroupMatch[],
  combine: Combine,
): Combination {
  const layers = [...common, nodeLayer(document)];
  const known = [names.name, names.hostname, names.shortName];
  return combine(matchingGroups(groups, { names: known, layers }));
}
