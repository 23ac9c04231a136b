import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { abortReimage, resumeReimage } from '../../app/reimage/continue.ts';
import { reimagePlanIn } from '../../app/reimage/expectedPlan.ts';
import type { ReimageHooks, ReimageOptions } from '../../app/reimage/options.ts';
import { reimage } from '../../app/reimage/reimage.ts';
import { reportRun } from '../../app/reportRun.ts';
import type { World } from '../../app/world.ts';
import { reimageMarkdown } from '../../report/reimageMarkdown.ts';
import { reimagePlanText } from '../../report/reimagePlan.ts';
import type { ReimageReport } from '../../report/reimageReport.ts';
import { reimageJson, reimageOutcomeText } from '../../report/reimageText.ts';
import { explainSystemError, Failure } from '../../shared/failure.ts';
import type { Context } from '../context.ts';
import { knownHostsText } from '../knownHostsText.ts';
import { nodeOptions } from '../nodeOptions.ts';
import { type Asked, addReimageOptions, type ReimageFlags, whatIsAsked } from '../reimageFlags.ts';
import { reimageNotes } from '../reimageNotes.ts';
import { reimageProgress } from '../reimageProgress.ts';
import { selectionOf } from '../selection.ts';
import { storageOptions, storageWorld } from '../storageOptions.ts';
import { transferProgress } from '../transferProgress.ts';

/** `pilotlight reimage NODE…` */
export function addReimage(program: Command, context: Context): void {
  const command = program
    .command('reimage')
    .argument('[node...]', 'names of nodes')
    .description('install nodes anew, one after the other, while the cluster stays up');
  addReimageOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  $ pilotlight reimage lenovo2 --plan\n  $ pilotlight reimage --changed --yes\n  $ pilotlight reimage --remove lenovo4\n  $ pilotlight reimage --resume\n',
    )
    .action((names: string[], flags: ReimageFlags) => run(program, names, flags, context));
}

async function run(
  program: Command,
  names: readonly string[],
  flags: ReimageFlags,
  context: Context,
): Promise<void> {
  const what = whatIsAsked(names, flags);
  const world = storageWorld(context, flags, true);
  const transfer = transferProgress(context);
  const view = reimageProgress(context);
  const notes = reimageNotes(() => world.now());
  const print = (text: string): void => {
    transfer.clear();
    if (flags.format === 'text') context.stdout.write(text);
  };
  const hooks: ReimageHooks = {
    onEvent: transfer.onEvent,
    stoppable: context.stoppable,
    onPlan: (report) => print(reimagePlanText(report, context.colour)),
    onProgress: (news) => {
      transfer.clear();
      view.onProgress(news);
      notes.onProgress(news);
    },
    ...(flags.yes === true || flags.carryOut !== undefined ? {} : { confirm: () => leave(context) }),
  };
  try {
    const report = await act(what, names, program, flags, context, world, hooks);
    view.end();
    print(report.outcome === undefined ? '' : reimageOutcomeText(report.outcome, context.colour));
    if (flags.format === 'json') context.stdout.write(reimageJson(report));
    if (flags.format === 'markdown') context.stdout.write(reimageMarkdown(report));
    if (flags.report !== undefined) {
      const ran = { report, told: notes.told };
      const { html } = await reportRun(selectionOf(program), storageOptions(flags), world, {}, ran);
      await world.replaceFile(flags.report, html);
    }
    if (what === 'plan' && report.plan.refusals.length > 0) context.exit(4);
    const phase = report.outcome?.phase;
    if (phase !== undefined && phase !== 'done' && !(what === 'abort' && phase === 'aborted'))
      context.exit(3);
  } finally {
    transfer.clear();
    view.end();
  }
}

function act(
  what: Asked,
  names: readonly string[],
  program: Command,
  flags: ReimageFlags,
  context: Context,
  world: World,
  hooks: ReimageHooks,
): Promise<ReimageReport> {
  const selection = selectionOf(program);
  const knownHosts = knownHostsText(context.environment, flags.knownHosts);
  const common = {
    ...storageOptions(flags),
    ...nodeOptions(flags),
    armSeconds: flags.for,
    secrets: flags.secrets,
    knownHosts,
  };
  if (what === 'resume') return resumeReimage(selection, common, world, hooks);
  if (what === 'abort') return abortReimage(selection, common, world, hooks);
  const options: ReimageOptions = {
    ...common,
    nodes: flags.all === true ? 'all' : flags.changed === true ? 'changed' : names,
    remove: flags.remove === true,
    planOnly: what === 'plan',
    bootstrap: flags.bootstrap === true,
    replaceDead: flags.replaceDead === true,
    deleteEmptyDirData: flags.deleteEmptydirData === true,
    force: flags.force === true,
    drainSeconds: flags.drainTimeout,
    agentsAtATime: Math.max(1, flags.agentsAtATime),
    ...(flags.carryOut === undefined ? {} : { expected: givenPlan(flags.carryOut) }),
  };
  return reimage(selection, options, world, hooks);
}

/** Asks the person at the terminal; where there is none, it has to be said beforehand. */
async function leave({ ask }: Context): Promise<boolean> {
  if (ask === undefined) {
    throw new Failure('refused', 'nothing was done: nobody is here to say yes', {
      next: 'say --yes, or --carry-out with a plan that was approved',
    });
  }
  const answer = await ask('Do it? Only "yes" is a yes: ');
  return answer.trim() === 'yes';
}

function givenPlan(file: string): NonNullable<ReimageOptions['expected']> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failure('usage', `cannot read ${file}: ${explainSystemError(error)}`, {
      next: 'make it with pilotlight reimage --plan --format json',
    });
  }
  return (site) => reimagePlanIn(text, file, site);
}
