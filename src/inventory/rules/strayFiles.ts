import { type Finding, finding } from '../../shared/finding.ts';
import type { RuleContext } from './context.ts';

/** YAML files that look like part of the inventory, but that nothing reads. */
export function* strayFiles({ files }: RuleContext): Generator<Finding> {
  for (const { relative, path } of files.values()) {
    const why = strayReason(relative);
    if (why !== undefined)
      yield finding('PL1259', { file: path, line: 1, column: 1 }, `${relative} is not read by anything`, {
        hint: why,
      });
  }
}

function strayReason(relative: string): string | undefined {
  if (/^nodes\/[^/]+\.yml$/.test(relative)) return 'node files end with .yaml: rename it';
  if (/^nodes\/.+\/[^/]+\.ya?ml$/.test(relative)) return 'node files lie directly in nodes/: move it there';
  if (/^nodes?\.ya?ml$|^node\/[^/]+\.ya?ml$/.test(relative))
    return 'each node has a file of its own: nodes/<name>.yaml';
  if (/^(site|images\.lock|images-lock)\.ya?ml$/.test(relative) && !read.has(relative))
    return `it should be named ${relative.startsWith('site') ? 'site.yaml' : 'images.lock.yaml'}`;
  if (/^manifests\/.+\/[^/]+\.ya?ml$/.test(relative))
    return 'manifests lie directly in manifests/: move it there';
  return undefined;
}

const read = new Set(['site.yaml', 'images.lock.yaml']);
