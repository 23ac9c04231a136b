import type { NodeRecord, VariantRecord } from '../manifest.ts';
import type { ReadText } from '../read.ts';
import { configurationReasons } from './configuration.ts';
import { textDiff } from './diff.ts';
import type { NodePlan, Reason } from './plan.ts';

/** A node as one release has it, and its texts. */
export interface NodeSide {
  readonly node: NodeRecord;
  readonly read: ReadText;
}

/** Adds to a node's plan what changed inside its files: reasons from the Ignition, the diff of the Butane, the scripts. */
export async function withDetails(
  plan: NodePlan,
  before: NodeSide,
  after: NodeSide,
  follows: (text: string) => boolean,
): Promise<NodePlan> {
  const [old, now] = await Promise.all([readVariant(before), readVariant(after)]);
  const inside = configurationReasons(old.ignition, now.ignition).filter(({ text }) => !follows(text));
  const diff = textDiff(withoutDigest(old.config), withoutDigest(now.config));
  const reasons = [
    ...plan.reasons,
    ...inside,
    ...scriptReasons(old.install !== now.install, plan.reasons.length + inside.length === 0),
  ];
  return { ...plan, reasons, ...(diff === undefined ? {} : { diff }) };
}

/** The digest in the generation file follows from all the rest: a difference of it says nothing. */
function withoutDigest(config: string): string {
  return config.replace(/"digest":"[0-9a-f]{64}"/g, '"digest":"…"');
}

/** The install script only repeats what the records say (disk, kernel arguments, image), so it is named when nothing else is. */
function scriptReasons(changed: boolean, nothingElse: boolean): Reason[] {
  return changed && nothingElse ? [{ about: 'installScript', text: 'install script changed' }] : [];
}

async function readVariant({
  node,
  read,
}: NodeSide): Promise<Record<'config' | 'ignition' | 'install', string>> {
  const variant: VariantRecord = node.variants[0];
  const [config, ignition, install] = await Promise.all([
    read(variant.config),
    read(variant.ignition),
    read(variant.install),
  ]);
  return { config: config ?? '', ignition: ignition ?? '', install: install ?? '' };
}
