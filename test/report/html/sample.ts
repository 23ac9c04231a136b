import { join } from 'node:path';
import { createWorld } from '../../../src/adapters/world.ts';
import { openSites } from '../../../src/app/sites.ts';
import type { Site } from '../../../src/inventory/model/site.ts';
import type { PlannedNode, ReimagePlan } from '../../../src/reimage/plan/plan.ts';
import type { NodeRun } from '../../../src/reimage/steps/run.ts';
import type { Step } from '../../../src/reimage/steps/step.ts';
import type { NodePlan, ReleasePlan } from '../../../src/release/plan/plan.ts';
import { FileCollection } from '../../../src/report/html/files/collect.ts';
import type { ReleaseReportInput } from '../../../src/report/html/releaseReport.ts';
import type { RunReportInput } from '../../../src/report/html/runReport.ts';
import type { ReimageOutcome, ReimageStep } from '../../../src/report/reimageReport.ts';
import { sha256 } from '../../../src/shared/digest.ts';
import { finding } from '../../../src/shared/finding.ts';
import { at } from '../sample.ts';

const folder = join(import.meta.dirname, '../../../inventory');

/** The site of the lab, as it is read. */
export async function labSite(): Promise<Site> {
  const world = createWorld({ environment: {}, cache: false });
  try {
    const [opened] = await openSites({ folder }, world);
    const site = opened?.inventory?.site;
    if (site === undefined) throw new Error('the lab cannot be read');
    return site;
  } finally {
    world.cache.close();
    await world.translator.close();
  }
}

const diff = `@@ -12,7 +12,7 @@
 storage:
   files:
     - path: /etc/rancher/k3s/config.yaml
-          max-pods=110
+          max-pods=200
       mode: 0600
     - path: /etc/token
       contents: "@@pilotlight:secret:K3S_TOKEN:1@@"
`;

/** What becomes of the lab: something of each kind. */
export const labPlan: ReleasePlan = {
  schemaVersion: 1,
  from: sha256('before'),
  to: sha256('after'),
  nodes: [
    planned('lenovo1', 'unchanged', {}),
    planned('lenovo2', 'reimage', {
      reasons: [{ about: 'configuration', text: 'file /etc/rancher/k3s/config.yaml: contents' }],
      diff,
    }),
    planned('lenovo3', 'dataAtRisk', {
      reasons: [{ about: 'disk', text: 'install disk: /dev/disk/by-id/nvme-A → /dev/disk/by-id/nvme-B' }],
      risks: ['the install disk changes: everything on /dev/disk/by-id/nvme-B would be erased'],
      newHardware: true,
    }),
  ],
  site: [{ about: 'siteFile', text: 'boot.ipxe changed' }],
  counts: { unchanged: 1, reimage: 1, dataAtRisk: 1, added: 0, removed: 0 },
};

function planned(name: string, change: NodePlan['change'], more: Partial<NodePlan>): NodePlan {
  const hostname = `${name}.lab.home.lerenn.net`;
  return {
    hostname,
    name,
    role: 'server',
    address: '192.168.26.11',
    change,
    newHardware: false,
    reasons: [],
    risks: [],
    ...more,
  };
}

const files: readonly (readonly [path: string, text: string])[] = [
  [
    'boot.ipxe',
    '#!ipxe\n# Entry of site lab\nchain ipxe/by-mac/${netX/mac:hexhyp}.ipxe ||\n:unknown\nexit 1\n',
  ],
  ['ipxe/by-mac/98-fa-9b-1c-2d-01.ipxe', '#!ipxe\nset pilotlight-exit 1\nexit 1\n'],
  ['ipxe/by-host/lenovo1.lab.home.lerenn.net.ipxe', '#!ipxe\nset pilotlight-exit 1\nexit 1\n'],
  [
    'nodes/lenovo1.lab.home.lerenn.net/config.bu',
    'variant: fcos\nversion: 1.7.0\nstorage:\n  files:\n    - path: /etc/hello.sh\n      contents:\n        inline: |\n          #!/bin/sh\n          echo "needle in a haystack"\n    - path: /etc/token\n      contents:\n        inline: "token=@@pilotlight:secret:K3S_TOKEN:1@@"\n',
  ],
  [
    'nodes/lenovo1.lab.home.lerenn.net/config.ign',
    '{"ignition":{"version":"3.6.0"},"token":"@@pilotlight:secret:K3S_TOKEN:2@@"}',
  ],
];

/** A release of the lab with something in every part of the page. */
export function releaseSample(site: Site): ReleaseReportInput {
  const collection = new FileCollection();
  for (const [path, text] of files) collection.add({ path, text });
  return {
    name: site.name,
    site,
    release: sha256('after'),
    findings: [
      finding(
        'PL1204',
        at('inventory/nodes/lenovo2.yaml', 6, 10, 23),
        "address 192.168.26.11 is already lenovo1's",
        {
          hint: 'free addresses near it: 192.168.26.12, .13',
          related: [{ place: at('inventory/nodes/lenovo1.yaml', 6, 10, 23), message: '' }],
        },
      ),
      finding(
        'PL4020',
        at('inventory/nodes/lenovo3.yaml', 2, 3),
        'lenovo3: everything on it would be erased',
        {
          hint: 'copy the data away first',
        },
      ),
    ],
    source: (file) =>
      file.endsWith('lenovo2.yaml') ? 'a\nb\nc\nd\ne\naddress: 192.168.26.11\n' : 'x\n  installDisk: y\n',
    files: collection.collected(),
    comparison: { against: 'main', plan: labPlan },
    nodes: site.nodes.map(({ name, hostname, role }, index) => ({
      name,
      hostname,
      role,
      inInventory: true,
      answers: true,
      problem: undefined,
      wanted: undefined,
      running: undefined,
      release: undefined,
      variant: undefined,
      coreos: '44.20260707.3.1',
      k3s: 'v1.34.1+k3s1',
      ready: index !== 1,
      cordoned: false,
      drift: index === 0 ? { state: 'same' } : { state: 'differs', because: 'it runs another generation' },
      lastReimage: undefined,
    })),
    origin: { version: '1.2.3', commit: '0123456789abcdef0123456789abcdef01234567' },
  };
}

const disk = {
  device: '/dev/disk/by-id/nvme-SAMSUNG_MZVLB512HBJQ-000L7_S4ENNX0R101742',
  proof: 'seen',
} as const;

function plannedNode(name: string): PlannedNode {
  return {
    name,
    hostname: `${name}.lab.home.lerenn.net`,
    role: 'server',
    variant: 'join',
    kubernetesName: name,
    member: '8e9e05c52164694d',
    alive: true,
    disk,
    keeps: ['the partition labelled data'],
    loses: [],
    power: ['ssh', 'wol'],
    wanted: sha256('wanted'),
    because: 'it runs another generation',
  };
}

const runPlan: ReimagePlan = {
  schemaVersion: 1,
  site: 'lab',
  release: sha256('after'),
  nodes: ['lenovo1', 'lenovo2', 'lenovo3'].map(plannedNode),
  quorum: { voters: 3, healthy: 3, needed: 2, lowest: 2 },
  agentsAtATime: 1,
  drain: { deleteEmptyDirData: false, force: false, timeoutSeconds: 300 },
  refusals: [],
  warnings: ['lenovo3 has a pod that nothing brings back'],
};

const times: readonly (readonly [Step, number])[] = [
  ['prove', 2],
  ['cordon', 1],
  ['drain', 38],
  ['removeMember', 9],
  ['deleteNode', 4],
  ['arm', 6],
  ['netboot', 71],
  ['install', 44],
  ['firstBoot', 143],
  ['ready', 122],
  ['verify', 11],
  ['uncordon', 1],
];

function stepsOf(hostname: string, from: number, factor: number, failing?: Step): ReimageStep[] {
  let startedSeconds = from;
  const done: ReimageStep[] = [];
  for (const [step, usual] of times) {
    const seconds = step === failing ? 1800 : usual * factor;
    done.push({ hostname, step, startedSeconds, seconds, problem: step === failing ? problem : undefined });
    startedSeconds += seconds;
    if (step === failing) break;
  }
  return done;
}

const problem =
  'it did not report that it is ready within 30 min: pilotlight-k3s-fetch failed on it, 12 times: curl: (7) Failed to connect to 192.168.26.1 port 8069\n  Nov 23 01:02:03 lenovo2 systemd[1]: Starting pilotlight-k3s-fetch.service\n  curl: (7) Failed to connect to 192.168.26.1 port 8069';

/** A reimage of the lab: one that came to its end, or one whose second node failed. */
export function runSample(fails: boolean): RunReportInput {
  const [one, two, three] = ['lenovo1', 'lenovo2', 'lenovo3'].map(
    (name) => `${name}.lab.home.lerenn.net`,
  ) as [string, string, string];
  const done = (hostname: string): NodeRun => ({
    hostname,
    step: 'uncordon',
    status: 'done',
    armed: false,
    cordoned: false,
  });
  const first = stepsOf(one, 0, 1);
  const second = stepsOf(two, 453, 1.4, fails ? 'ready' : undefined);
  const outcome: ReimageOutcome = {
    id: 'a1b2c3d4e5f6',
    phase: fails ? 'stopped' : 'done',
    nodes: fails
      ? [
          done(one),
          { hostname: two, step: 'ready', status: 'failed', armed: false, cordoned: false, problem },
          { hostname: three, step: 'prove', status: 'waiting', armed: false, cordoned: false },
        ]
      : [done(one), done(two), done(three)],
    timeLine: [...first, ...second, ...(fails ? [] : stepsOf(three, 1100, 0.9))],
    left: fails ? [{ hostname: two, what: 'cordoned', why: 'no server answers' }] : [],
    warnings: [],
    seconds: fails ? 2700 : 1530,
  };
  return {
    report: {
      site: 'lab',
      target: 'root@192.168.26.1:22 /mnt/usb/pilotlight',
      plan: runPlan,
      unknown: [],
      outcome,
    },
    usual: new Map([[two, Object.fromEntries(times)]]),
    seen: new Map([
      [
        two,
        {
          rows: [
            { kind: 'offer', words: 'was offered 192.168.26.102', seconds: 64, lastSeconds: 64, times: 1 },
            { kind: 'file', words: 'loaded snponly.efi by TFTP', seconds: 66, lastSeconds: 66, times: 1 },
            { kind: 'script', words: 'got the script that installs', seconds: 81, lastSeconds: 81, times: 1 },
            { kind: 'ignition', words: 'fetched its Ignition', seconds: 122, lastSeconds: 122, times: 1 },
            {
              kind: 'firstBoot',
              words: 'booted what was installed',
              seconds: 301,
              lastSeconds: 301,
              times: 1,
            },
            ...(fails
              ? [
                  {
                    kind: 'failed' as const,
                    words: 'pilotlight-k3s-fetch failed: curl: (7) Failed to connect',
                    seconds: 312,
                    lastSeconds: 1990,
                    times: 12,
                  },
                ]
              : [
                  {
                    kind: 'ready' as const,
                    words: 'reported that it is ready',
                    seconds: 420,
                    lastSeconds: 420,
                    times: 1,
                  },
                ]),
          ],
          cause: fails
            ? {
                message: 'nothing serves K3s at the port of router.url',
                next: 'pilotlight router doctor looks',
                lines: ['curl: (7) Failed to connect'],
                overdue: true,
              }
            : undefined,
        },
      ],
    ]),
    told: [{ hostname: two, step: 'drain', message: 'waits for default/web-1', seconds: 470 }],
    journal: [
      {
        event: 'reimaged',
        at: 1_795_000_000,
        who: 'louis@laptop',
        release: sha256('after'),
        reimage: { run: 'a1b2c3d4e5f6', outcome: 'done', nodes: [one] },
      },
    ],
    origin: { version: '1.2.3' },
  };
}
