import { readStorage } from '../../deploy/run/readStorage.ts';
import type { ArmedRecord } from '../../ports/gate.ts';
import type { World } from '../../ports/world.ts';
import { secretsOf } from '../../render/secrets/fillSecrets.ts';
import type { ArmReport } from '../../report/armReport.ts';
import { Failure } from '../../shared/failure.ts';
import type { Selection } from '../sites.ts';
import { withStorage } from '../storage/withStorage.ts';
import { armInFiles } from './armInFiles.ts';
import { type DeployedRelease, deployedRelease } from './deployed.ts';
import { gatePlace } from './gatePlace.ts';
import { chooseNodes } from './nodes.ts';
import type { ArmHooks, ArmOptions } from './options.ts';
import { type ReadyNode, recordsOf, renderNodes, reportOf, type SiteRun } from './ready.ts';
import { resolvedIgnition } from './resolvedIgnition.ts';
import { type SecretRun, withSecrets } from './secretRun.ts';
import { refuseOtherMode } from './staticMode.ts';
import { withGate } from './withGate.ts';

/** The gate's program below the root folder of the storage. */
const gateProgram = 'cgi-bin/gate';

/** Seconds: what a machine needs to start, and what nobody forgets. */
const shortest = 60;
const longest = 86_400;

/**
 * Arms nodes: lets each be installed, once, with the release that its router points to. Everything is looked at before the first one is
 * armed: that the inventory is what was deployed, that all it installs lies on the storage, that the gate is there, and the values of the
 * secrets. No value of a secret leaves but to the router's memory.
 */
export async function arm(
  selection: Selection,
  names: readonly string[],
  options: ArmOptions,
  world: World,
  hooks: ArmHooks = {},
): Promise<ArmReport[]> {
  if (!(options.seconds >= shortest && options.seconds <= longest)) {
    throw new Failure('usage', 'a node is armed for a minute at least, and for a day at most', {
      next: 'give a time such as --for 30m or --for 2h',
    });
  }
  const sites = await chooseNodes(selection, names, world);
  return withSecrets(world, options.secrets, async (secrets) => {
    const reports: ArmReport[] = [];
    for (const site of sites) reports.push(await armSite({ site, options, world, hooks }, secrets));
    return reports;
  });
}

async function armSite(run: SiteRun, secrets: SecretRun): Promise<ArmReport> {
  const { site, options, world, hooks } = run;
  refuseOtherMode(site.name, site.inventory.site.router, options);
  if (site.inventory.site.router.gate === 'static') return armInFiles(run);
  const place = gatePlace(site.name, site.inventory.site.router, options, world);
  const rendered = await renderNodes(run);
  const reveal = await secrets.read(rendered.flatMap(({ configuration }) => secretsOf(configuration.merged)));
  const release = await withStorage(site.name, place, world, hooks, async (tools) => {
    const current = deployedRelease(await readStorage(tools, place.settings));
    if ((await tools.storage.read(gateProgram)) === undefined) {
      throw new Failure('refused', `the gate is not installed on ${tools.storage.name}`, {
        next: 'pilotlight router apply installs it',
      });
    }
    return current;
  });
  const records = recordsOf(release, rendered);
  const ready: ReadyNode[] = [];
  for (const [index, node] of rendered.entries()) {
    const record = records[index];
    if (record === undefined) continue;
    const { text, hostKey } = await resolvedIgnition(node, release.id, reveal, world.translator);
    ready.push({ rendered: node, record, ignition: text, hostKey });
  }
  if (options.dryRun !== true) await armAll(run, place, release, ready);
  return reportOf(run, release, ready);
}

async function armAll(
  { site, options, world, hooks }: SiteRun,
  { target }: ReturnType<typeof gatePlace>,
  release: DeployedRelease,
  ready: readonly ReadyNode[],
): Promise<void> {
  hooks.onEvent?.({ stage: 'connect', subject: site.name });
  await withGate(target, world, hooks.stoppable?.(), async (gate) => {
    const done: string[] = [];
    for (const { rendered, record, ignition } of ready) {
      const { name, hostname, macs } = rendered.node;
      const [mac] = macs;
      if (mac === undefined) throw new Failure('usage', `${name} has no MAC`);
      const armed: ArmedRecord = {
        hostname,
        macs: [mac, ...macs.slice(1)],
        variant: rendered.variant,
        release: release.id,
        digest: record.digest,
        install: record.install,
        seconds: options.seconds,
      };
      try {
        await gate.arm(armed, ignition);
      } catch (error) {
        throw done.length === 0 ? error : inPart(site.name, done, error);
      }
      done.push(name);
    }
  });
}

/** Says which nodes were armed before one could not be. */
function inPart(site: string, done: readonly string[], error: unknown): unknown {
  if (!(error instanceof Failure)) return error;
  return new Failure(error.kind, `${error.message}\n  armed already in ${site}: ${done.join(', ')}`, {
    next: `pilotlight disarm takes back what was armed${error.next === undefined ? '' : `; ${error.next}`}`,
  });
}
