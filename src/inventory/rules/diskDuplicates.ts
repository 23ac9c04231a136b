import type { Finding } from '../../shared/finding.ts';
import { installDevice } from '../resolve/disks.ts';
import { pick } from '../resolve/pick.ts';
import { layersOf, type ResolvedNode } from '../resolve/site.ts';
import { at, items, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { also, once, report } from './report.ts';

interface Use {
  readonly node: string;
  readonly written: Written;
}

/** A name under /dev/disk/by-id has the disk's serial number in it: two machines cannot have the same one. */
export function* diskDuplicates({ resolved }: RuleContext): Generator<Finding> {
  const taken = new Map<string, Use>();
  const first = once();
  for (const each of resolved.nodes)
    for (const written of disksOf(each)) {
      const device = text(written) ?? '';
      if (!device.startsWith('/dev/disk/by-id/')) continue;
      const other = taken.get(device);
      if (other === undefined) taken.set(device, { node: each.node.name, written });
      else if (other.node !== each.node.name && first(written))
        yield report('PL1205', written, `disk ${device} is already ${other.node}'s`, {
          hint: 'the name has a serial number in it: look at /dev/disk/by-id on the machine itself',
          related: also(other.written),
        });
    }
}

function disksOf(each: ResolvedNode): Written[] {
  const layers = layersOf(each);
  const install = installDevice(layers);
  const extra = each.node.extraDisks.length === 0 ? undefined : pick(layers, ['extraDisks']);
  return [
    ...(install === undefined ? [] : [install]),
    ...(extra === undefined ? [] : items(extra).map((disk) => at(disk, 'device'))),
  ];
}
