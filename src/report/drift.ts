import type { NodeStatus } from '../reimage/plan/nodeStatus.ts';
import { changeWords } from './changes.ts';
import { counted } from './counts.ts';
import type { StorageReport } from './storageReport.ts';

/** What is not as an inventory says, in words: of the site as a whole, and node by node. */
export interface SiteDrift {
  readonly site: string;
  readonly problems: readonly string[];
  readonly nodes: readonly NodeDrift[];
}

export interface NodeDrift {
  readonly hostname: string;
  readonly why: string;
  /** Whether it runs something else, so that a reimage changes that. */
  readonly differs: boolean;
}

/** What is not as the inventory of a site says. What cannot be told is not as it should be either. */
export function siteDrift({ site, health, inventory, nodes = [] }: StorageReport): SiteDrift {
  const problems = [
    ...health.problems.map(({ message, next }) => `${message}: ${next}`),
    ...(health.served?.problem === undefined ? [] : [`${health.served.url}: ${health.served.problem}`]),
    ...inventoryDrift(inventory),
  ];
  return { site, problems, nodes: nodes.flatMap(nodeDrift) };
}

/** Whether nothing of a site has to be looked at. */
export function isAsItShouldBe({ problems, nodes }: SiteDrift): boolean {
  return problems.length === 0 && nodes.length === 0;
}

function inventoryDrift(inventory: StorageReport['inventory']): string[] {
  if (inventory.kind === 'notCompared')
    return [`the inventory was not compared with the release: ${inventory.reason}`];
  const { counts, site } = inventory.plan;
  const changes = (['dataAtRisk', 'reimage', 'added', 'removed'] as const)
    .filter((change) => counts[change] > 0)
    .map((change) => `${counted(counts[change], 'node')}: ${changeWords[change]}`);
  if (changes.length === 0 && site.length === 0) return [];
  const what = [...changes, ...site.slice(0, 5).map(({ text }) => text)].join('; ');
  return [`the inventory says something else than the release that the router serves: ${what}`];
}

function nodeDrift({ hostname, drift, answers, problem, ready, role }: NodeStatus): NodeDrift[] {
  if (drift.state === 'differs') return [{ hostname, why: drift.because, differs: true }];
  if (answers === false)
    return [{ hostname, why: `it does not answer: ${problem ?? 'nobody knows why'}`, differs: false }];
  if (drift.state === 'unknown') return [{ hostname, why: drift.because, differs: false }];
  if (role !== 'none' && ready === false)
    return [{ hostname, why: 'the cluster does not see it Ready', differs: false }];
  return [];
}
