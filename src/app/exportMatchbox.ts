import type { Variant } from '../inventory/model/node.ts';
import type { NodeRecord } from '../release/manifest.ts';
import { exportMatchbox as exportRelease, type MatchboxExport } from '../release/matchbox/exportMatchbox.ts';
import { Failure } from '../shared/failure.ts';
import type { RenderedFile } from '../shared/fileTree.ts';
import type { Finding } from '../shared/finding.ts';
import { nearest } from '../shared/nearest.ts';
import { publish } from './publish.ts';
import type { Selection } from './sites.ts';
import type { World } from './world.ts';

export interface ExportOptions {
  /** Where machines reach matchbox. */
  readonly url: string;
  /** Names or host names of nodes; all where there are none. */
  readonly nodes: readonly string[];
  /** Whether the first server founds a new cluster. */
  readonly bootstrap: boolean;
}

/** What an inventory is for matchbox; no files where it has errors. */
export interface ExportedSites extends MatchboxExport {
  readonly findings: readonly Finding[];
}

/** Builds each site, and turns its release into a folder for matchbox. */
export async function exportSites(
  selection: Selection,
  options: ExportOptions,
  world: World,
): Promise<ExportedSites> {
  const url = matchboxUrl(options.url);
  const work = await world.releases.temporaryFolder();
  try {
    const { sites, findings } = await publish(selection, { out: work }, world);
    const known = sites.flatMap(({ manifest }) => manifest?.nodes ?? []);
    for (const name of options.nodes) refuseUnknown(name, known);
    const made: MatchboxExport[] = [];
    for (const { manifest, folder } of sites) {
      const reader = folder === undefined ? undefined : await world.releases.open(folder);
      if (manifest === undefined || reader === undefined) continue;
      const first = options.bootstrap ? manifest.cluster?.firstServer : undefined;
      made.push(
        await exportRelease(manifest, (path) => reader.read(path), {
          url,
          wanted: (node) => options.nodes.length === 0 || options.nodes.some((name) => isNamed(node, name)),
          variantOf: ({ hostname }): Variant | undefined => (hostname === first ? 'bootstrap' : undefined),
        }),
      );
    }
    return {
      findings,
      files: made.flatMap(({ files }): readonly RenderedFile[] => files),
      nodes: made.flatMap(({ nodes }) => nodes),
      secrets: [...new Set(made.flatMap(({ secrets }) => secrets))].sort(),
    };
  } finally {
    await world.releases.removeTemporary(work);
  }
}

/** A URL that may stand in a boot script. */
function matchboxUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
  if (plain && url.username === '' && !/[\s${}]/.test(text)) return text.replace(/\/+$/, '');
  throw new Failure('usage', `${JSON.stringify(text)} is no URL of a server`, {
    next: 'write it as http://matchbox.lab.example:8080',
  });
}

function isNamed(node: NodeRecord, name: string): boolean {
  return node.name === name || node.hostname === name;
}

function refuseUnknown(name: string, known: readonly NodeRecord[]): void {
  if (known.length === 0 || known.some((node) => isNamed(node, name))) return;
  const names = known.map((node) => node.name);
  const near = nearest(name, names);
  const there = `nodes there: ${names.join(', ')}`;
  throw new Failure('usage', `no node named ${JSON.stringify(name)}`, {
    next: near === undefined ? there : `did you mean ${near}? ${there}`,
  });
}
