import type { Inventory } from '../../inventory/model/inventory.ts';
import type { World } from '../../ports/world.ts';
import type { DoctorProblem, DoctorStep } from '../../report/doctorReport.ts';
import { Failure } from '../../shared/failure.ts';
import { examineSiteRouter } from '../router/doctor.ts';
import type { RouterHooks } from '../router/options.ts';
import { siteRouterStatus } from '../router/status.ts';
import type { DoctorOptions } from './options.ts';
import { doubtful, skipped, step } from './step.ts';

/** What the router says: everything that `router doctor` looks at, and which nodes it has heard of. */
export async function routerSteps(
  { site }: Inventory,
  options: DoctorOptions,
  world: World,
  hooks: RouterHooks,
): Promise<DoctorStep[]> {
  const why = reasonAgainst(site.router, options);
  if (why !== undefined) return [skipped('router', why), skipped('nodes', why)];
  const selection = { ...options.selection, site: site.name };
  const { checks } = await examineSiteRouter(selection, { images: options.images }, world, hooks);
  const steps = checks.map(
    ({ name, state, message, problems }): DoctorStep => ({
      name: 'router',
      detail: name,
      state,
      message,
      problems,
    }),
  );
  const answers = checks.some(({ name, state }) => name === 'ssh' && state === 'ok');
  return [
    ...steps,
    answers
      ? await nodesStep(selection, options, world, hooks)
      : skipped('nodes', 'the router cannot be asked'),
  ];
}

function reasonAgainst(
  { target, ssh }: Inventory['site']['router'],
  { offline }: DoctorOptions,
): string | undefined {
  if (offline) return '--offline: the network is left alone';
  if (target !== 'openwrt')
    return `router.target is ${target}: there is no router to look at; pilotlight status tells of the storage`;
  return ssh.hostKeys.length === 0 ? 'its host key is not pinned' : undefined;
}

async function nodesStep(
  selection: DoctorOptions['selection'],
  { command }: DoctorOptions,
  world: World,
  hooks: RouterHooks,
): Promise<DoctorStep> {
  try {
    const { leases, boots } = await siteRouterStatus(selection, {}, world, hooks);
    const problems = leases.flatMap(({ node, leased, heard }): DoctorProblem[] => {
      const boot = boots.find(({ hostname }) => hostname === node);
      if (boot?.outcome === 'stuck')
        return [doubtful(`${node}: ${boot.message}`, boot.next ?? command('router status'))];
      if (heard || leased !== undefined || (boot !== undefined && boot.outcome !== 'unseen')) return [];
      return [
        doubtful(
          `the router has not heard of ${node}`,
          'switch it on, with network boot first in its firmware',
        ),
      ];
    });
    return step('nodes', 'the router has heard of all of them', problems);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return step('nodes', '', [doubtful(error.message, error.next ?? command('router status'))]);
  }
}
