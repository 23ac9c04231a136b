import type { Node, Variant } from '../../inventory/model/node.ts';
import type { LocalFile } from '../../render/butane/localFiles.ts';
import { collectLocalFiles } from '../../render/butane/localFiles.ts';
import { renderInstall } from '../../render/ipxe/install.ts';
import { Failure } from '../../shared/failure.ts';
import { type Finding, hasErrors } from '../../shared/finding.ts';
import { type Configuration, configure } from '../build/configuration.ts';
import type { BuildContext } from '../build/context.ts';
import type { ChosenNode } from './nodes.ts';

/** A node in one variant, rendered as for a release: with markers. */
export interface RenderedNode {
  readonly node: Node;
  readonly variant: Variant;
  readonly configuration: Configuration;
  readonly files: readonly LocalFile[];
  /** The text of config.ign. */
  readonly ignition: string;
  /** The text of install.ipxe. */
  readonly install: string;
}

/** Renders a node by the very steps that a release is made with. Throws a Failure where errors in the inventory are in the way. */
export async function renderNode(
  context: BuildContext,
  { node, path }: ChosenNode,
  variant: Variant,
): Promise<RenderedNode> {
  const { inventory, locate, locateModel, translator } = context;
  const install = renderInstall(inventory.site, node, path, variant, locateModel);
  const configuration = configure(context, node, variant, install.value ?? '');
  const { merged, text, header } = configuration.value;
  const translation = await translator.translate({ inventory, node, merged, text, header, locate });
  const files = collectLocalFiles(merged, inventory.files, node.file, locate);
  const findings = [...install.findings, ...configuration.findings, ...translation.findings];
  if (install.value === undefined || translation.value === undefined || hasErrors(findings))
    throw unrenderable(node, findings);
  return {
    node,
    variant,
    configuration: configuration.value,
    files: files.value,
    ignition: translation.value,
    install: install.value,
  };
}

function unrenderable({ name }: Node, findings: readonly Finding[]): Failure {
  const first = findings.find(({ severity }) => severity === 'error');
  const why =
    first === undefined ? '' : `: ${first.code} ${first.place.file}:${first.place.line} ${first.message}`;
  return new Failure('refused', `${name} cannot be rendered${why}`, {
    next: 'pilotlight check lists what is wrong with the inventory',
  });
}
