import { attempt } from '../../deploy/run/attempt.ts';
import type { ReimagePlan } from '../../reimage/plan/plan.ts';
import { RunWriter, readKept } from '../../reimage/run/storedRun.ts';
import type { ReimageReport } from '../../report/reimageReport.ts';
import { readGate } from '../../router/gate/state.ts';
import { deployedRelease } from '../arm/deployed.ts';
import type { OpenReimage } from './openSite.ts';
import { underLock } from './underLock.ts';

/** Forgets a run of which the storage says nothing that can be read: everything is disarmed, since any of it may be its doing. */
export async function forgetDamaged({ site, tools, before }: OpenReimage): Promise<ReimageReport> {
  const { world, place, gate } = site;
  const plan: ReimagePlan = {
    schemaVersion: 1,
    site: site.name,
    release: deployedRelease(before).id,
    nodes: [],
    agentsAtATime: 1,
    drain: { deleteEmptyDirData: false, force: false, timeoutSeconds: 0 },
    refusals: [],
    warnings: [],
  };
  return underLock(place, world, tools, before, async (handle, steady) => {
    const { armed } = readGate(await gate.use((open) => open.state()));
    for (const { macs } of armed) {
      const [mac] = macs;
      if (mac !== undefined) await gate.use((open) => open.disarm(mac));
    }
    const found = await attempt(steady, () => readKept(steady.storage));
    const run = { id: 'damaged', plan, nodes: [], phase: 'aborted' } as const;
    const writer = new RunWriter(steady.storage, handle, found);
    await attempt(steady, () => writer.write(run));
    const warnings = [
      `what the storage said of the last reimage could not be read, and was forgotten; disarmed: ${armed.map(({ hostname }) => hostname).join(', ') || 'nothing was armed'}. See kubectl get nodes for nodes that are cordoned`,
    ];
    const outcome = { ...run, timeLine: [], left: [], warnings, seconds: 0 };
    return { site: site.name, target: tools.storage.name, plan, unknown: [], outcome };
  });
}
