import { putServed } from '../../deploy/run/putServed.ts';
import { readStorage } from '../../deploy/run/readStorage.ts';
import type { ArmReport } from '../../report/armReport.ts';
import { ownerOf } from '../storage/owner.ts';
import { storagePlace } from '../storage/place.ts';
import { withStorage } from '../storage/withStorage.ts';
import { deployedRelease } from './deployed.ts';
import { recordsOf, refuse, renderNodes, reportOf, type SiteRun } from './ready.ts';
import { armingFile, followProblems, secretProblems } from './staticMode.ts';

/** Static mode: the nodes get files that arm them. Nothing of what they are installed with may be secret. */
export async function armInFiles(run: SiteRun): Promise<ArmReport> {
  const { site, options, world, hooks } = run;
  const { router } = site.inventory.site;
  const place = storagePlace(router, options, world.http);
  const rendered = await renderNodes(run);
  refuse(secretProblems(rendered));
  return withStorage(site.name, place, world, hooks, async (tools) => {
    const release = deployedRelease(await readStorage(tools, place.settings));
    refuse(followProblems(release));
    const records = recordsOf(release, rendered);
    const ready = rendered.flatMap((node, index) => {
      const record = records[index];
      return record === undefined ? [] : [{ rendered: node, record, ignition: node.ignition }];
    });
    const request = { settings: place.settings, owner: ownerOf('arm', world) };
    const files = ready.map((node) => armingFile(router.url, release.id, node));
    if (options.dryRun !== true) await putServed({ ...request, files }, tools);
    return { ...reportOf(run, release, ready), seconds: null };
  });
}
