import { readStorage } from '../../deploy/run/readStorage.ts';
import type { World } from '../../ports/world.ts';
import type { RouterDoctorReport } from '../../report/routerDoctor.ts';
import { checklist, type Examined } from '../../router/check/checklist.ts';
import { probesOf } from '../../router/check/probes.ts';
import { readLeases } from '../../router/facts/leases.ts';
import { probe } from '../../router/run/probe/runProbes.ts';
import { shortDigest } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import type { Selection } from '../sites.ts';
import { storageHealth } from '../storage/health.ts';
import { withStorage } from '../storage/withStorage.ts';
import { askGate } from './askGate.ts';
import type { RouterHooks, RouterOptions } from './options.ts';
import { planned } from './planOf.ts';
import { type RouterSite, routerSite } from './site.ts';
import { withRouter } from './withRouter.ts';

/** Looks at all that has to be right on a site's router for nodes to boot. Writes nothing. That SSH does not answer is a finding here. */
export async function examineSiteRouter(
  selection: Selection,
  options: RouterOptions,
  world: World,
  hooks: RouterHooks = {},
): Promise<RouterDoctorReport> {
  const chosen = await routerSite(selection, options, world);
  try {
    return await withRouter(chosen, world, hooks, async (tools) => {
      const { survey, facts, plan } = await planned(chosen, options, world, tools);
      tools.onEvent?.({ stage: 'probe', subject: 'whether everything answers' });
      const probes = await probe(probesOf(chosen.site, facts), survey, tools);
      const gate = await askGate(chosen, world, tools.signal);
      const examined: Examined = {
        site: chosen.site,
        facts,
        plan,
        leases: readLeases(survey.leases),
        probes,
        gate: chosen.site.router.gate === 'cgi' ? gate : undefined,
        release: await askStorage(chosen, world, hooks),
      };
      return { site: chosen.name, target: tools.router.name, checks: checklist(examined) };
    });
  } catch (error) {
    if (!(error instanceof Failure) || hooks.stoppable?.().aborted === true) throw error;
    return { site: chosen.name, target: nameOf(chosen), checks: [unreachable(error)] };
  }
}

function nameOf({ place }: RouterSite): string {
  const { user, host, port } = place.target.destination;
  return `${user}@${host}:${port}`;
}

function unreachable({ message, next }: Failure): RouterDoctorReport['checks'][number] {
  const mend = next ?? 'see that the router is on, that its address is right, and that SSH answers there';
  return {
    name: 'ssh',
    state: 'failed',
    message: 'the router cannot be asked',
    problems: [{ severity: 'error', message, next: mend }],
  };
}

/** Which release machines boot, and what is wrong with it. */
async function askStorage(
  { name, place }: RouterSite,
  world: World,
  hooks: RouterHooks,
): Promise<Examined['release']> {
  try {
    return await withStorage(name, place, world, hooks, async (tools) => {
      const read = await readStorage(tools, place.settings);
      const { problems, notes } = await storageHealth(read, place.check, tools.signal);
      const { pointer } = read.state;
      const none = {
        severity: 'error',
        message: 'no release is there yet',
        next: 'run `pilotlight deploy`',
      } as const;
      const errors = problems.map((problem) => ({ severity: 'error' as const, ...problem }));
      const warnings = notes.map((message) => ({
        severity: 'warning' as const,
        message,
        next: 'the next deploy mends it; pilotlight verify tells more',
      }));
      return {
        message:
          pointer === undefined
            ? ''
            : `release ${shortDigest(pointer.release)} is current, whole, and served`,
        problems: [...errors, ...(pointer === undefined && errors.length === 0 ? [none] : []), ...warnings],
      };
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const next = error.next ?? 'see that the storage is mounted';
    return { message: '', problems: [{ severity: 'error', message: error.message, next }] };
  }
}
