import { summarize } from '../app/check.ts';
import { type OpenedSite, openSites, siteName } from '../app/sites.ts';
import { status } from '../app/status.ts';
import type { World } from '../app/world.ts';
import type { DiagramState } from '../report/mermaid.ts';
import type { StorageReport } from '../report/storageReport.ts';
import { storageStatusText } from '../report/storageStatus.ts';
import { Failure } from '../shared/failure.ts';
import type { Inputs } from './inputs.ts';
import { printReport } from './log.ts';
import { nodeOptions } from './nodes.ts';
import { pictureOf } from './picture.ts';
import { progressLog } from './progress.ts';
import type { Note, Result, StatusOfSite } from './result.ts';
import { stoppable } from './stop.ts';

/**
 * Looks at the storage and the nodes of each site. A failure is answered, not thrown, so that what was seen of other sites is told
 * everywhere.
 */
export async function statusOfSites(inputs: Inputs, world: World): Promise<Result> {
  const started = world.now();
  const selection = { folder: inputs.inventory, site: inputs.site };
  const { to } = inputs.deploy;
  const hooks = { onEvent: progressLog(world.now), stoppable: stoppable('run it again') };
  const statuses: StatusOfSite[] = [];
  const notes: Note[] = [];
  const done = (failure?: Failure): Result => ({
    ...summarize([], world.now() - started),
    sites: [],
    notes,
    statuses,
    failure: failure ?? inTheWay(statuses),
  });
  try {
    for (const site of await openSites(selection, world)) {
      const why = unasked(site, to);
      if (why !== undefined)
        notes.push({ level: 'notice', text: `nodes of ${siteName(site)} were not asked: ${why}` });
      const nodes = why === undefined ? { nodes: nodeOptions(inputs.reach) } : {};
      const one = { ...selection, site: siteName(site) };
      for (const report of await status(one, { to, compare: true, ...nodes }, world, hooks)) {
        printReport(storageStatusText(report, true));
        statuses.push({ report, picture: pictureOf(site, stateIn(report)) });
      }
    }
    return done();
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    return done(failure);
  }
}

/** Why nodes cannot be asked, where they cannot: what they report is heard by a router's gate. */
function unasked({ inventory }: OpenedSite, to: string | undefined): string | undefined {
  if (to !== undefined) return '`to` names a folder, which has no gate';
  if (inventory?.site.router.target === 'directory') return 'their storage is a folder, which has no gate';
  if (inventory?.site.router.gate === 'static') return 'their router has no gate: `router.gate` is `static`';
  return undefined;
}

/** What a node is drawn with. */
function stateIn({ nodes = [] }: StorageReport): (hostname: string) => DiagramState | undefined {
  return (hostname) => {
    const node = nodes.find((each) => each.hostname === hostname);
    if (node === undefined) return undefined;
    if (node.answers === false) return { words: 'does not answer', tone: 'bad' };
    const { state } = node.drift;
    if (state === 'differs') return { words: 'differs', tone: 'todo' };
    if (state === 'unknown') return { words: 'not known', tone: 'todo' };
    if (node.ready === false) return { words: 'not Ready', tone: 'bad' };
    return { words: 'as the release says', tone: 'good' };
  };
}

/** What keeps machines from booting fails the step, when it was told. */
function inTheWay(statuses: readonly StatusOfSite[]): Failure | undefined {
  const [first] = statuses.flatMap(({ report }) =>
    report.health.problems.map((problem) => ({ site: report.site, ...problem })),
  );
  if (first === undefined) return undefined;
  return new Failure('world', `the storage of ${first.site} is not in order: ${first.message}`, {
    next: first.next,
  });
}
