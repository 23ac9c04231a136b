import type { World } from '../../ports/world.ts';
import type { VariantRecord } from '../../release/manifest.ts';
import type { ArmReport } from '../../report/armReport.ts';
import { Failure } from '../../shared/failure.ts';
import { buildContext } from '../build/context.ts';
import { type DeployedRelease, recordOf } from './deployed.ts';
import type { ChosenSite } from './nodes.ts';
import type { ArmHooks, ArmOptions } from './options.ts';
import { type RenderedNode, renderNode } from './renderNode.ts';
import { chooseVariant } from './variant.ts';

/** What a run on one site works with. */
export interface SiteRun {
  readonly site: ChosenSite;
  readonly options: ArmOptions;
  readonly world: World;
  readonly hooks: ArmHooks;
}

/** A node that may be armed. */
export interface ReadyNode {
  readonly rendered: RenderedNode;
  readonly record: VariantRecord;
  readonly ignition: string;
  /** Fingerprint of the SSH host key that it keeps. */
  readonly hostKey?: string | undefined;
}

/** The nodes of a run, each in the variant that it is to come up in. */
export async function renderNodes({ site, options, world }: SiteRun): Promise<RenderedNode[]> {
  const { inventory, nodes } = site;
  const choices = nodes.map(({ node }) => ({ node, ...chooseVariant(inventory.site, node, options) }));
  refuse(
    choices.flatMap((each) => ('problem' in each ? [`${each.node.name}: ${each.problem}`] : [])),
    'usage',
  );
  const context = buildContext(inventory, world).value;
  const rendered: RenderedNode[] = [];
  for (const [index, choice] of choices.entries()) {
    const chosen = nodes[index];
    if (chosen !== undefined && 'variant' in choice)
      rendered.push(await renderNode(context, chosen, choice.variant));
  }
  return rendered;
}

/** What the release says of each node; a Failure that names everything that is in the way of any. */
export function recordsOf(release: DeployedRelease, rendered: readonly RenderedNode[]): VariantRecord[] {
  const checked = rendered.map((each) => ({ name: each.node.name, ...recordOf(release, each) }));
  const literal = rendered.filter(({ node }) => node.installer.ignitionUrl !== 'gate');
  refuse([
    ...checked.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`)),
    ...literal.map(
      ({ node }) =>
        `${node.name}: installer.ignitionUrl is a URL of its own, so its Ignition is not the gate's to give`,
    ),
  ]);
  return checked.flatMap((each) => ('record' in each ? [each.record] : []));
}

/** What arming those nodes came to. */
export function reportOf(
  { site, options }: SiteRun,
  { id }: DeployedRelease,
  ready: readonly ReadyNode[],
): ArmReport {
  return {
    site: site.name,
    release: id,
    seconds: options.seconds,
    dryRun: options.dryRun === true,
    nodes: ready.map(({ rendered: { node, variant }, hostKey }) => ({
      name: node.name,
      hostname: node.hostname,
      mac: node.macs[0] ?? '',
      variant,
      live: node.installer.mode === 'live',
      disk: node.installDisk.device,
      keeps: node.installDisk.keepPartitions.length > 0,
      hostKey: hostKey ?? null,
    })),
  };
}

/** Throws a Failure that names all problems, where there are any. */
export function refuse(problems: readonly string[], kind: 'usage' | 'refused' = 'refused'): void {
  if (problems.length === 0) return;
  throw new Failure(kind, ['nothing was armed:', ...problems.map((each) => `  ${each}`)].join('\n'));
}
