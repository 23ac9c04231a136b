import type { Node, Variant } from '../../inventory/model/node.ts';
import type { NodeRecord, VariantRecord } from '../../release/manifest.ts';
import { nodeRecord } from '../../release/record.ts';
import { variantSuffix, variantsOf } from '../../render/base/variant.ts';
import { hexhyp, renderIdentify } from '../../render/ipxe/identify.ts';
import { renderInstall } from '../../render/ipxe/install.ts';
import type { RenderedFile } from '../../shared/fileTree.ts';
import type { Finding, Outcome } from '../../shared/finding.ts';
import { configure } from './configuration.ts';
import type { BuildContext } from './context.ts';
import { lintConfiguration, lintScript } from './lintVariant.ts';

/** Everything rendered for one node. The record is missing when an error kept part of it from being made. */
export interface BuiltNode {
  readonly node: Node;
  readonly record: NodeRecord | undefined;
  readonly files: readonly RenderedFile[];
}

/** What one variant of a node came to. */
interface BuiltVariant {
  readonly record: VariantRecord | undefined;
  readonly files: readonly RenderedFile[];
}

/** Renders, translates and lints one node. `path` is its place in the model: `/nodes/3`. */
export async function buildNode(
  context: BuildContext,
  node: Node,
  path: string,
): Promise<Outcome<BuiltNode>> {
  const { site } = context.inventory;
  const findings: Finding[] = [];
  const built: BuiltVariant[] = [];
  for (const variant of variantsOf(site, node)) {
    const outcome = await buildVariant(context, node, path, variant);
    findings.push(...outcome.findings);
    built.push(outcome.value);
  }
  const identify = renderIdentify(site, node, path, context.locateModel);
  findings.push(...identify.findings);
  const scripts = identityFiles(node, identify.value);
  if (scripts[0] !== undefined) findings.push(...lintScript(context, scripts[0], node.file));
  const [usual, ...others] = built.map(({ record }) => record);
  const whole = usual !== undefined && others.every((each) => each !== undefined) && scripts.length > 0;
  const record = whole
    ? nodeRecord(node, { variants: [usual, ...others], scripts: scripts.map((file) => file.path) })
    : undefined;
  return { value: { node, record, files: [...built.flatMap(({ files }) => files), ...scripts] }, findings };
}

async function buildVariant(
  context: BuildContext,
  node: Node,
  path: string,
  variant: Variant,
): Promise<Outcome<BuiltVariant>> {
  const { site } = context.inventory;
  const paths = variantPaths(node, variantSuffix(site, node, variant));
  const install = renderInstall(site, node, path, variant, context.locateModel);
  const configuration = configure(context, node, variant, install.value ?? '');
  const { merged, text, header, digest } = configuration.value;
  const translation = await context.translator.translate({
    inventory: context.inventory,
    node,
    merged,
    text,
    header,
    locate: context.locate,
  });
  const findings = [...install.findings, ...configuration.findings, ...translation.findings];
  const ignition = translation.value;
  findings.push(...lintConfiguration(context, node, merged));
  if (install.value !== undefined) {
    findings.push(...lintScript(context, { path: paths.install, text: install.value }, node.file));
  }
  const files: RenderedFile[] = [
    { path: paths.config, text },
    ...(ignition === undefined ? [] : [{ path: paths.ignition, text: ignition }]),
    ...(install.value === undefined ? [] : [{ path: paths.install, text: install.value }]),
  ];
  const whole = ignition !== undefined && install.value !== undefined;
  return { value: { record: whole ? { variant, digest, ...paths } : undefined, files }, findings };
}

/** Where a variant's files lie in a release. */
function variantPaths(node: Node, suffix: string): Pick<VariantRecord, 'config' | 'ignition' | 'install'> {
  const folder = `nodes/${node.hostname}`;
  return {
    config: `${folder}/config${suffix}.bu`,
    ignition: `${folder}/config${suffix}.ign`,
    install: `${folder}/install${suffix}.ipxe`,
  };
}

/** The scripts that a known machine is looked for under: each of its MACs, and its host name. */
function identityFiles(node: Node, text: string | undefined): RenderedFile[] {
  if (text === undefined) return [];
  const paths = [
    ...node.macs.map((mac) => `ipxe/by-mac/${hexhyp(mac)}.ipxe`),
    `ipxe/by-host/${node.hostname}.ipxe`,
  ];
  return paths.map((path) => ({ path, text }));
}
