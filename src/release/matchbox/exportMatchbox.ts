import type { Variant } from '../../inventory/model/node.ts';
import type { RenderedFile } from '../../shared/fileTree.ts';
import { secretsIn } from '../../shared/secret.ts';
import type { Manifest, NodeRecord, VariantRecord } from '../manifest.ts';
import type { ReadText } from '../read.ts';
import { bootOf } from './boot.ts';

/** How a release is exported. */
export interface MatchboxOptions {
  /** Where machines reach matchbox, without a slash at its end: `http://matchbox.lab:8080`. */
  readonly url: string;
  /** Whether a node is exported. */
  readonly wanted: (node: NodeRecord) => boolean;
  /** The variant that a node comes up as, where that is not its first one. */
  readonly variantOf: (node: NodeRecord) => Variant | undefined;
}

/** A folder for matchbox. */
export interface MatchboxExport {
  /** By path: `groups/…`, `profiles/…`, `assets/…`. */
  readonly files: readonly RenderedFile[];
  /** Host names of the nodes that were exported. */
  readonly nodes: readonly string[];
  /** Names of the secrets whose markers still stand in the Ignition files. */
  readonly secrets: readonly string[];
}

/**
 * A release as the folder that matchbox serves: a group for each MAC, a profile for each node with what its `install.ipxe` boots, and its
 * Ignition as an asset. As an asset, because there it stays byte for byte what the release has: matchbox's `/ignition` parses a file and
 * prints it anew, by a version of the format that may be older.
 */
export async function exportMatchbox(
  manifest: Manifest,
  read: ReadText,
  options: MatchboxOptions,
): Promise<MatchboxExport> {
  const files: RenderedFile[] = [];
  const secrets = new Set<string>();
  const nodes = manifest.nodes.filter(options.wanted);
  for (const node of nodes) {
    const variant = chosen(node, options);
    const asset = `assets/pilotlight/${manifest.release.id}/${variant.ignition}`;
    const boot = bootOf(await must(read, variant.install), {
      ignitionUrl: `${options.url}/${asset}`,
      from: manifest.site.router.url,
      to: `${options.url}/assets`,
    });
    const ignition = await must(read, variant.ignition);
    for (const { secret } of secretsIn(await must(read, variant.config))) secrets.add(secret);
    files.push({ path: asset, text: ignition }, profileOf(node, variant, boot), ...groupsOf(node));
  }
  return { files, nodes: nodes.map(({ hostname }) => hostname), secrets: [...secrets].sort() };
}

function chosen(node: NodeRecord, { variantOf }: MatchboxOptions): VariantRecord {
  const wanted = variantOf(node);
  return node.variants.find(({ variant }) => variant === wanted) ?? node.variants[0];
}

async function must(read: ReadText, path: string): Promise<string> {
  const text = await read(path);
  if (text === undefined) throw new Error(`the release has no ${path}`);
  return text;
}

function profileOf(node: NodeRecord, { variant }: VariantRecord, boot: object): RenderedFile {
  const { hostname } = node;
  return json(`profiles/${hostname}.json`, { id: hostname, name: `${hostname} (${variant})`, boot });
}

function groupsOf({ hostname, macs }: NodeRecord): RenderedFile[] {
  return macs.map((mac) => {
    const id = `${hostname}-${mac.replaceAll(':', '-')}`;
    return json(`groups/${id}.json`, { id, name: hostname, profile: hostname, selector: { mac } });
  });
}

function json(path: string, value: object): RenderedFile {
  return { path, text: `${JSON.stringify(value, null, 2)}\n` };
}
