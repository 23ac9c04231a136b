import type { DeployPlan } from '../../src/deploy/plan/plan.ts';
import type { ReleasePlan } from '../../src/release/plan/plan.ts';
import type { DeployReport } from '../../src/report/deployReport.ts';
import type { StorageReport } from '../../src/report/storageReport.ts';
import type { Digest } from '../../src/shared/digest.ts';

export const digest = (digit: string) => digit.repeat(64) as Digest;

const mebibyte = 1024 * 1024;

export const deployPlan: DeployPlan = {
  schemaVersion: 1,
  target: 'root@192.168.26.1:22 /mnt/usb/pilotlight',
  release: digest('b'),
  base: { sequence: 7, release: digest('a'), previous: undefined },
  changes: [
    {
      action: 'keep',
      kind: 'coreos',
      path: 'images/coreos/44.20260707.3.1/x86_64',
      bytes: 1100 * mebibyte,
      reason: 'whole',
    },
    {
      action: 'upload',
      kind: 'k3s',
      path: 'k3s/v1.35.2+k3s1',
      files: 1,
      bytes: 70 * mebibyte,
      resumed: mebibyte,
    },
    {
      action: 'upload',
      kind: 'release',
      path: `releases/${digest('b')}`,
      files: 20,
      bytes: 49_357,
      resumed: 0,
    },
    { action: 'switch', from: digest('a'), to: digest('b') },
    {
      action: 'delete',
      kind: 'release',
      path: `releases/${digest('c')}`,
      bytes: null,
      reason: 'not among the newest 5',
    },
    {
      action: 'delete',
      kind: 'upload',
      path: `incoming/${digest('d')}.part`,
      bytes: 12,
      reason: 'nothing needs it',
    },
  ],
  totals: {
    keptBytes: 1100 * mebibyte,
    uploadBytes: 70 * mebibyte + 49_357,
    deletedBytes: 12,
    freeBytes: 2048 * mebibyte,
    freeBytesAfter: 1977 * mebibyte,
    uploadSeconds: 6.4,
  },
};

const node = { role: 'server', address: 'dhcp', newHardware: false, reasons: [], risks: [] } as const;

export const releasePlan: ReleasePlan = {
  schemaVersion: 1,
  from: digest('a'),
  to: digest('b'),
  nodes: [
    { ...node, name: 'one', hostname: 'one.lab', change: 'unchanged' },
    { ...node, name: 'two', hostname: 'two.lab', change: 'reimage' },
  ],
  site: [],
  counts: { unchanged: 1, reimage: 1, dataAtRisk: 0, added: 0, removed: 0 },
};

export const deployReport: DeployReport = {
  site: 'lab',
  plan: deployPlan,
  nodes: releasePlan,
  problems: [],
  outcome: undefined,
};

export const storageReport: StorageReport = {
  site: 'lab',
  target: 'root@192.168.26.1:22 /mnt/usb/pilotlight',
  system: 'OpenWrt 24.10.2',
  mount: { point: '/mnt/usb', device: '/dev/sda1', fileSystem: 'ext4' },
  space: { totalBytes: 15_000 * mebibyte, freeBytes: 2048 * mebibyte },
  pointer: { sequence: 7, release: digest('a'), previous: digest('c') },
  releases: [
    { id: digest('a'), state: 'current', files: 20, bytes: 49_357 },
    { id: digest('c'), state: 'previous', files: 19, bytes: 47_000 },
  ],
  images: [
    {
      kind: 'coreos',
      path: 'images/coreos/44.20260707.3.1/x86_64',
      files: 3,
      bytes: 1100 * mebibyte,
      releases: [digest('a'), digest('c')],
    },
  ],
  lock: {
    number: 12,
    owner: {
      token: '5e0f',
      command: 'deploy',
      who: 'lerenn/lab run 42 on runner-1',
      url: 'https://github.com/lerenn/lab/actions/runs/1',
      host: 'runner-1',
      process: 77,
      since: 1_784_021_405,
    },
    quietSeconds: 2,
    verdict: 'held',
    reason: 'it was last heard of 2 s ago',
  },
  health: {
    problems: [],
    notes: ['release dddddddddddd is not whole: an upload that did not end, or damage'],
    served: { url: 'http://192.168.26.1/pilotlight', problem: undefined },
  },
  journal: [
    {
      event: 'deployed',
      at: 1_784_000_000,
      who: 'louis@laptop',
      release: digest('a'),
      bytes: 49_357,
      seconds: 1.23,
    },
    { event: 'verified', at: 1_784_010_000, who: 'louis@laptop' },
  ],
  inventory: { kind: 'compared', plan: releasePlan },
};
