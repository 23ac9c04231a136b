import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { abortReimage, resumeReimage } from '../../../src/app/reimage/continue.ts';
import type { ReimageHooks, ReimageOptions } from '../../../src/app/reimage/options.ts';
import { reimage } from '../../../src/app/reimage/reimage.ts';
import type { World } from '../../../src/app/world.ts';
import type { ReimageProgress } from '../../../src/reimage/run/progress.ts';
import { selection, useDeployedLab } from '../../app/arm/lab.ts';
import { edit } from '../../cli/pilotlight.ts';
import { ClusterLab } from './lab/lab.ts';
import type { Hardware } from './lab/machine.ts';
import { QuorumWatch } from './lab/quorumWatch.ts';
import { canMakeCluster, requireCluster } from './lab/requireCluster.ts';
import { version } from './lab/server.ts';
import { ClusterSite } from './lab/site.ts';
import { Writer } from './lab/writer.ts';
import { startWorkload } from './workload.ts';

const machines = ['101742', '101743', '101758'].map(
  (serial, index): Hardware => ({
    hostname: `lenovo${index + 1}.lab.home.lerenn.net`,
    mac: `98-fa-9b-1c-2d-0${index + 1}`,
    address: `192.168.26.1${index + 1}`,
    disk: `/dev/disk/by-id/nvme-SAMSUNG_MZVLB512HBJQ-000L7_S4ENNX0R${serial}`,
    serial,
  }),
);

/** FQDNs of the servers. */
export const [lenovo1 = '', lenovo2 = '', lenovo3 = ''] = machines.map(({ hostname }) => hostname);

const usual: ReimageOptions = {
  nodes: 'all',
  planOnly: false,
  bootstrap: false,
  replaceDead: false,
  deleteEmptyDirData: false,
  force: false,
  drainSeconds: 300,
  agentsAtATime: 1,
  armSeconds: 1800,
};

/** A cluster that is reimaged, and who watches it meanwhile. */
export class Rehearsal {
  readonly lab: ClusterLab;
  readonly site: ClusterSite;
  readonly quorum: QuorumWatch;
  readonly writer: Writer;
  /** What only this cluster has. */
  readonly identity: string;

  private constructor(lab: ClusterLab, site: ClusterSite, identity: string) {
    this.lab = lab;
    this.site = site;
    this.identity = identity;
    const addresses = machines.map(({ address }) => address);
    this.quorum = new QuorumWatch(lab.ask, addresses);
    this.writer = new Writer(lab.apis());
  }

  static async start(world: World): Promise<Rehearsal> {
    const lab = await ClusterLab.start(machines, ({ hostname }) => firstFiles(hostname));
    await startWorkload(lab.api);
    return new Rehearsal(lab, new ClusterSite(world, lab), await identityOf(lab));
  }

  run(changes: Partial<ReimageOptions>, hooks: ReimageHooks = {}, world: World = this.site.world) {
    return reimage(selection, { ...usual, ...changes }, world, hooks);
  }

  /** @param staleSeconds after which the lock of a runner that is lost is taken over */
  resume(hooks: ReimageHooks = {}, staleSeconds = 300) {
    return resumeReimage(selection, { armSeconds: 1800, staleSeconds }, this.site.world, hooks);
  }

  abort() {
    return abortReimage(selection, { armSeconds: 1800 }, this.site.world);
  }

  async cordoned(): Promise<string[]> {
    const nodes = await this.lab.api.nodes();
    return nodes.filter(({ spec }) => spec.unschedulable === true).map(({ metadata }) => metadata.name);
  }

  async end(): Promise<void> {
    await this.writer.end();
    await this.quorum.end();
    await this.lab.end();
  }
}

/** One rehearsal for all tests of a file. */
export function useRehearsal(): { readonly now: Rehearsal } {
  const deployed = useDeployedLab(prepareInventory);
  const made: { now: Rehearsal } = { now: undefined as unknown as Rehearsal };
  beforeAll(async () => {
    if (canMakeCluster()) made.now = await Rehearsal.start(deployed.world);
  });
  beforeEach((context) => requireCluster(context));
  afterAll(() => made.now?.end());
  return made;
}

/** The UID of what a cluster makes first. */
export async function identityOf({ api }: ClusterLab): Promise<string> {
  const { metadata } = await api.json<{ metadata: { uid: string } }>('/api/v1/namespaces/kube-system');
  return metadata.uid;
}

/** The inventory with the version that the lab's kubelets tell, and with something that a node has to get back. */
function prepareInventory(): void {
  const [old, uri] = ['v1.34.1+k3s1', encodeURIComponent];
  for (const file of ['inventory/site.yaml', 'inventory/images.lock.yaml']) {
    const text = readFileSync(file, 'utf8').replaceAll(old, version).replaceAll(uri(old), uri(version));
    writeFileSync(file, text);
  }
  renameSync(`k3s/${old}`, `k3s/${version}`);
  const settings =
    'labels: { rack: left }\ntaints: [{ key: disk, value: small, effect: PreferNoSchedule }]\n';
  edit('inventory/nodes/lenovo1.yaml', 'role: server\n', `role: server\n${settings}`);
}

/** What a machine was installed with when nobody looked. */
function firstFiles(hostname: string): Record<string, string> {
  const variant = hostname === lenovo1 ? 'bootstrap' : 'join';
  const generation = { site: 'lab', hostname, variant, digest: '0'.repeat(64), release: '1'.repeat(64) };
  return { '/etc/pilotlight/generation.json': JSON.stringify(generation) };
}

/** Does something once, when a step of a node begins (`began`) or tells what a pattern finds. */
export function when(hostname: string, step: string, pattern: RegExp, act: () => void): ReimageHooks {
  let isDone = false;
  const matches = (progress: ReimageProgress): boolean => {
    if (progress.kind === 'run' || progress.hostname !== hostname || progress.step !== step) return false;
    return pattern.test(progress.kind === 'told' ? progress.message : progress.kind);
  };
  return {
    onProgress: (progress) => {
      if (isDone || !matches(progress)) return;
      isDone = true;
      act();
    },
  };
}
