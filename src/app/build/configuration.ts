import type { Node, Variant } from '../../inventory/model/node.ts';
import { nodeDigest } from '../../release/identity.ts';
import { changesInPlace } from '../../render/base/changesInPlace.ts';
import { baseConfig } from '../../render/base/config.ts';
import { generationFile } from '../../render/base/generation.ts';
import type { ButaneConfig, ButaneFile } from '../../render/butane/config.ts';
import { baseElement } from '../../render/butane/element.ts';
import { emitButane } from '../../render/butane/emitButane.ts';
import { type Layer, mergeConfig } from '../../render/butane/mergeConfig.ts';
import type { MergedConfig } from '../../render/butane/mergedConfig.ts';
import { inventoryPath } from '../../render/inventoryPath.ts';
import { settledInstall } from '../../render/ipxe/settledInstall.ts';
import { expandOverlay } from '../../render/overlay/expandOverlay.ts';
import type { Digest } from '../../shared/digest.ts';
import type { Finding, Outcome } from '../../shared/finding.ts';
import type { BuildContext } from './context.ts';

/** A node's whole Butane configuration in one variant. */
export interface Configuration {
  readonly merged: MergedConfig;
  /** The text of config.bu. */
  readonly text: string;
  readonly header: readonly string[];
  /** What the installed node reports of itself. */
  readonly digest: Digest;
}

/** Stands in the generation file while the digest of everything else is taken. */
const noDigest = '' as Digest;

/**
 * Lays the overlays of a node over its base. The generation file is part of the base, so that no overlay can take its
 * place unseen; its digest is that of all the rest, together with the install script, and is put in last.
 */
export function configure(
  context: BuildContext,
  node: Node,
  variant: Variant,
  installScript: string,
): Outcome<Configuration> {
  const { site } = context.inventory;
  const findings: Finding[] = [];
  const layers = layersOf(context, node, findings);
  const base = withFile(baseConfig(site, node, variant), generationFile(site, node, variant, noDigest));
  const rest = mergeConfig(base, layers, context.locate);
  findings.push(...rest.findings);
  const install = settledInstall(site, node, installScript);
  const digest = nodeDigest({ config: emitButane(settled(rest.value)), install });
  const merged = withGeneration(rest.value, generationFile(site, node, variant, digest));
  const header = headerOf(context, node, variant);
  return { value: { merged, text: emitButane(merged, header), header, digest }, findings };
}

function withFile(base: ButaneConfig, file: ButaneFile): ButaneConfig {
  return { ...base, storage: { ...base.storage, files: [...(base.storage?.files ?? []), file] } };
}

/** Leaves out what changes without a reason to install the node again. */
function settled(merged: MergedConfig): MergedConfig {
  return { ...merged, 'storage.files': merged['storage.files'].filter(({ key }) => !changesInPlace(key)) };
}

/** Puts the generation file with its digest where the one without stood. */
function withGeneration(merged: MergedConfig, file: ButaneFile): MergedConfig {
  const element = baseElement('storage.files', file.path, { ...file });
  const files = merged['storage.files'].map((each) => (each.key === file.path ? element : each));
  return { ...merged, 'storage.files': files };
}

function layersOf(context: BuildContext, node: Node, findings: Finding[]): Layer[] {
  return node.overlays.flatMap((reference) => {
    const overlay = context.overlays.get(reference.file);
    if (overlay === undefined) return [];
    const expanded = expandOverlay(overlay, node, context.inventory.site);
    findings.push(...expanded.findings);
    return [{ elements: expanded.value, reference }];
  });
}

/** The comment at the top of config.bu: what it is, and the files that it came from. */
function headerOf({ inventory: { site } }: BuildContext, node: Node, variant: Variant): string[] {
  const files = [site.file, node.file, ...node.overlays.map(({ file }) => file)];
  return [
    `${node.hostname} (${variant}), made by Pilotlight; change the inventory, not this file.`,
    `From ${files.map((file) => inventoryPath(site, file)).join(', ')}.`,
  ];
}
