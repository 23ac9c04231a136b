import { type Finding, finding } from '../../shared/finding.ts';
import { setting } from '../resolve/layer.ts';
import { at, items, root } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { report } from './report.ts';

/** A node that is installed names its disk, and the partitions that stay can be counted. */
export function* installDisks({ resolved, layers, sound }: RuleContext): Generator<Finding> {
  for (const { node, document } of resolved.nodes) {
    const broken = at(root(document), 'installDisk').value !== undefined;
    if (node.installDisk.device !== '' || node.installer.mode === 'live' || broken || !sound.site) continue;
    yield finding('PL1248', document.locate([]), `${node.name} has no installDisk`, {
      hint: 'name the disk to install on: installDisk: /dev/disk/by-id/…',
    });
  }
  for (const layer of layers)
    for (const partition of items(setting(layer, 'installDisk', 'keepPartitions'))) {
      const index = at(partition, 'index');
      const [from = 0, to = from] = String(index.value ?? 1)
        .split('-')
        .map(Number);
      if (from < 1 || to < from || to > 128)
        yield report('PL1247', index, `partitions ${String(index.value)}: not a range between 1 and 128`, {
          hint: from > to ? `write "${to}-${from}"` : 'a GPT has 128 partitions',
        });
    }
}
