import type { Node } from '../../inventory/model/node.ts';
import type { MachineDisk, MachineView } from './facts.ts';
import type { PlannedDisk, Refusal } from './plan.ts';

/** A disk to be erased, and what speaks against erasing it. */
export interface DiskProof {
  readonly disk: PlannedDisk;
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly string[];
}

/** Proves that the machine which answers has the disk that the inventory names, before anything erases it. */
export function proveDisk(node: Node, machine: MachineView | undefined): DiskProof {
  const { device } = node.installDisk;
  const disks = machine?.disks;
  if (disks === undefined) return { disk: { device, proof: 'unseen' }, refusals: [], warnings: [] };
  const found = disks.find((disk) => disk.device === device || disk.links.includes(device));
  if (found === undefined) {
    return {
      disk: { device, proof: 'unseen' },
      refusals: [
        {
          node: node.hostname,
          message: `it has no disk ${device}; it has ${disks.map(describe).join(', ') || 'none'}`,
          next: `set installDisk in ${node.file} to the disk that is meant`,
        },
      ],
      warnings: [],
    };
  }
  const root = disks.find((disk) => disk.root);
  const elsewhere = root !== undefined && !found.root;
  return {
    disk: {
      device,
      proof: 'seen',
      ...(found.serial === undefined ? {} : { serial: found.serial }),
      ...(found.wwn === undefined ? {} : { wwn: found.wwn }),
    },
    refusals: [],
    warnings: elsewhere
      ? [
          `${node.hostname} runs from ${describe(root)}, and ${device} will be erased: it may start from the old disk`,
        ]
      : [],
  };
}

function describe({ device, links, serial, size }: MachineDisk): string {
  const stable = links.find((link) => link.startsWith('/dev/disk/by-id/')) ?? device;
  const gigabytes = Math.round(size / 1e9);
  return `${stable} (${gigabytes} GB${serial === undefined ? '' : `, serial ${serial}`})`;
}
