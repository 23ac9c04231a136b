import { type Finding, finding } from '../../shared/finding.ts';
import type { Node } from '../model/node.ts';
import { compareVersions, type WantedImages } from '../resolve/imageLock.ts';
import { pick } from '../resolve/pick.ts';
import { layersOf, type ResolvedNode } from '../resolve/site.ts';
import type { RuleContext } from './context.ts';
import { report } from './report.ts';

/** Every node's release is in the image lock, unless the node names all its images itself. */
export function* imageSets(context: RuleContext): Generator<Finding> {
  if (!context.sound.imageLock || !context.sound.siteRead) return;
  const missing = new Map<string, ResolvedNode[]>();
  for (const each of context.resolved.nodes) {
    if (each.node.images !== undefined || hasOwnImages(each.node)) continue;
    const { stream, architecture, version = '' } = each.draft.wanted;
    const key = `${stream} ${architecture} ${version}`;
    const nodes = missing.get(key) ?? [];
    missing.set(key, nodes);
    nodes.push(each);
  }
  for (const nodes of missing.values()) yield* lacking(context, nodes);
}

function* lacking(context: RuleContext, nodes: readonly ResolvedNode[]): Generator<Finding> {
  const [first, ...others] = nodes;
  if (first === undefined) return;
  const { wanted } = first.draft;
  const who = others.length === 0 ? first.node.name : `${first.node.name} and ${others.length} more`;
  const locked = lockedVersions(context, wanted);
  const pin = pick(layersOf(first), ['coreos', 'version']);
  const lock = `${context.folder}/images.lock.yaml`;
  if (pin !== undefined && locked.length > 0) {
    const message = `Fedora CoreOS ${wanted.version} is pinned for ${who}, but ${lock} has ${locked.join(', ')}`;
    yield report('PL1265', pin, message, { hint: `pin ${locked.at(-1)}, or lock ${wanted.version}` });
    return;
  }
  const message = `${lock} has no Fedora CoreOS ${wanted.stream} for ${wanted.architecture}, needed by ${who}`;
  const hint = 'run `pilotlight images lock`';
  const written = pick(layersOf(first), ['coreos', 'stream']) ?? pick(layersOf(first), ['architecture']);
  if (written !== undefined) yield report('PL1264', written, message, { hint });
  else {
    const place = (context.imageLock ?? context.site.document).locate(['coreos'], 'key');
    yield finding('PL1264', place, message, { hint });
  }
}

function lockedVersions({ resolved }: RuleContext, wanted: WantedImages): string[] {
  const versions = resolved.imageSets
    .filter(({ images }) => images.stream === wanted.stream && images.architecture === wanted.architecture)
    .map(({ images }) => images.version);
  return [...new Set(versions)].sort(compareVersions);
}

function hasOwnImages({ installer: { urls } }: Node): boolean {
  return urls.kernel !== undefined && urls.initramfs !== undefined && urls.rootfs !== undefined;
}
