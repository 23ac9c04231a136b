import type { Finding } from '../../shared/finding.ts';
import { installDevice } from '../resolve/disks.ts';
import { setting } from '../resolve/layer.ts';
import { pick } from '../resolve/pick.ts';
import { layersOf } from '../resolve/site.ts';
import { at, items, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { also, once, report } from './report.ts';

/** Longest labels in bytes. Sources: mkfs.xfs(8), mke2fs(8), mkfs.btrfs(8). */
const longestLabel: Readonly<Record<string, number>> = { xfs: 12, ext4: 16, btrfs: 255 };

/** File systems that Fedora CoreOS finds by these labels; it refuses to boot when there are two. */
const labelsOfCoreos = new Set(['boot', 'root', 'EFI-SYSTEM']);

/** Extra disks: each one once, beside the install disk, mounted where CoreOS can mount, labels apart. */
export function* extraDisks(context: RuleContext): Generator<Finding> {
  for (const layer of context.layers) {
    const disks = items(setting(layer, 'extraDisks'));
    yield* repeated('PL1242', 'disk', disks, 'device');
    yield* repeated('PL1243', 'mount point', disks, 'mount');
    yield* repeated('PL1245', 'label', disks, 'label');
    for (const disk of disks) {
      yield* mountPoint(at(disk, 'mount'));
      yield* label(disk);
    }
  }
  yield* alsoInstalled(context);
}

function* repeated(
  code: 'PL1242' | 'PL1243' | 'PL1245',
  what: string,
  disks: readonly Written[],
  key: string,
): Generator<Finding> {
  const seen = new Map<string, Written>();
  for (const disk of disks) {
    const written = at(disk, key);
    const value = text(written);
    if (value === undefined) continue;
    const same = key === 'mount' ? normalPath(value) : value;
    const other = seen.get(same);
    if (other === undefined) seen.set(same, written);
    else
      yield report(code, written, `${what} ${value} is used by two extra disks`, {
        hint: 'give each extra disk its own',
        related: also(other),
      });
  }
}

function* mountPoint(written: Written): Generator<Finding> {
  const mount = text(written);
  if (mount === undefined) return;
  const path = normalPath(mount);
  const steps = path.split('/');
  if ((path === '/var' || path.startsWith('/var/')) && !steps.includes('..') && !steps.includes('.')) return;
  yield report('PL1244', written, `mount point ${mount} is not under /var`, {
    hint: 'the rest of Fedora CoreOS is read-only or its own: use a folder such as /var/lib/longhorn',
  });
}

function* label(disk: Written): Generator<Finding> {
  const written = at(disk, 'label');
  const value = text(written);
  if (value === undefined) return;
  if (labelsOfCoreos.has(value))
    yield report('PL1245', written, `label ${value} is that of a file system of Fedora CoreOS itself`, {
      hint: 'choose another label: with two of them the machine does not boot',
    });
  const filesystem = text(at(disk, 'filesystem')) ?? 'xfs';
  const longest = (Object.hasOwn(longestLabel, filesystem) ? longestLabel[filesystem] : undefined) ?? 255;
  if (value.length > longest)
    yield report(
      'PL1246',
      written,
      `label ${value} has ${value.length} characters, ${filesystem} takes ${longest}`,
      {
        hint: `shorten it: ${value.slice(0, longest)}`,
      },
    );
}

function* alsoInstalled({ resolved }: RuleContext): Generator<Finding> {
  const first = once();
  for (const each of resolved.nodes) {
    if (!each.node.extraDisks.some(({ device }) => device === each.node.installDisk.device)) continue;
    const layers = layersOf(each);
    const extra = pick(layers, ['extraDisks']);
    const install = installDevice(layers);
    if (extra === undefined || install === undefined) continue;
    for (const disk of items(extra)) {
      const device = at(disk, 'device');
      if (text(device) === text(install) && first(device))
        yield report(
          'PL1241',
          device,
          `extra disk ${text(device)} is the install disk of ${each.node.name}`,
          {
            hint: 'remove it from extraDisks, or install on another disk',
            related: also(install, 'the install disk'),
          },
        );
    }
  }
}

function normalPath(path: string): string {
  return path.replaceAll(/\/{2,}/g, '/').replace(/(?!^)\/$/, '');
}
