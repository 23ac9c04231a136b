import type { Node } from '../../inventory/model/node.ts';
import type { RouterSurvey } from '../../ports/router.ts';
import type { World } from '../../ports/world.ts';
import type { NodeLease, RouterStatusReport } from '../../report/routerStatus.ts';
import { readBoots } from '../../router/boots/readBoots.ts';
import { probesOf } from '../../router/check/probes.ts';
import { type Lease, macsByAddress, readLeases } from '../../router/facts/leases.ts';
import { readFacts, surveyedConfiguration } from '../../router/facts/readFacts.ts';
import { staticAddress } from '../../router/plan/nodeSections.ts';
import { probe } from '../../router/run/probe/runProbes.ts';
import type { Selection } from '../sites.ts';
import { askGate } from './askGate.ts';
import type { RouterHooks, RouterOptions } from './options.ts';
import { routerSite } from './site.ts';
import { withRouter } from './withRouter.ts';

/** How a site's router is, which addresses its nodes have, and how each booted last. Writes nothing. */
export async function siteRouterStatus(
  selection: Selection,
  options: RouterOptions,
  world: World,
  hooks: RouterHooks = {},
): Promise<RouterStatusReport> {
  const chosen = await routerSite(selection, options, world);
  const { site } = chosen;
  return withRouter(chosen, world, hooks, async (tools) => {
    tools.onEvent?.({ stage: 'read', subject: tools.router.name });
    const survey = await tools.router.survey(surveyedConfiguration);
    tools.onEvent?.({ stage: 'probe', subject: 'whether everything answers' });
    const probes = await probe(probesOf(site, readFacts(survey, site.router)), survey, tools);
    const gate = await askGate(chosen, world, tools.signal);
    const leases = readLeases(survey.leases);
    const macs = macsByAddress(leases, survey.neighbours);
    const { log, clock = '', uptime } = survey;
    return {
      site: chosen.name,
      target: tools.router.name,
      system: survey.system,
      uptime,
      probes,
      notes: [...notesOf(survey), ...(gate.problem === undefined ? [] : [gate.problem.message])],
      leases: site.nodes.map((node) => leaseOf(node, leases, new Set(macs.values()))),
      boots: readBoots({ log, clock, uptime, events: gate.view?.events ?? [], macs }, site.nodes),
    };
  });
}

function leaseOf(node: Node, leases: readonly Lease[], heard: ReadonlySet<string>): NodeLease {
  const macs = node.macs.map((mac) => mac.toLowerCase());
  return {
    node: node.hostname,
    address: staticAddress(node),
    leased: leases.find(({ mac }) => macs.includes(mac))?.address,
    heard: macs.some((mac) => heard.has(mac)),
  };
}

function notesOf({ pending, log }: RouterSurvey): string[] {
  return [
    ...(pending === undefined ? [] : [`a change waits to be confirmed: ${pending}`]),
    ...(log.trim() === '' ? ['the log says nothing of dnsmasq, so boots are told from the gate alone'] : []),
  ];
}
