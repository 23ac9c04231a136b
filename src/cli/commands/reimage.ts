import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
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
import { reimageNotes } from '../reimageNotes.ts';
import { reimageProgress } from '../reimageProgress.ts';
import { knownHostsText } from '../knownHostsText.ts';
import { addNodeOptions, type NodeFlags, nodeOptions } from '../nodeOptions.ts';
import { count, seconds } from '../seconds.ts';
import { selectionOf } from '../selection.ts';
import {
  addFormatOption,
  addLockOptions,
  addSshOption,
  type StorageFlags,
  storageOptions,
  storageWorld,
} from '../storageOptions.ts';
import { transferProgress } from '../transferProgress.ts';

interface ReimageFlags extends StorageFlags, NodeFlags {
  readonly changed?: boolean;
  readonly all?: boolean;
  readonly remove?: boolean;
  readonly resume?: boolean;
  readonly abort?: boolean;
  readonly plan?: boolean;
  readonly yes?: boolean;
  readonly carryOut?: string;
  readonly bootstrap?: boolean;
  readonly replaceDead?: boolean;
  readonly deleteEmptydirData?: boolean;
  readonly force?: boolean;
  readonly drainTimeout: number;
  readonly agentsAtATime: number;
  readonly for: number;
  readonly secrets?: string;
  readonly knownHosts?: string;
  readonly report?: string;
  readonly format: 'text' | 'json' | 'markdown';
}

/** `pilotlight reimage NODE…` */
export function addReimage(program: Command, context: Context): void {
  const command = program
    .command('reimage')
    .argument('[node...]', 'names of nodes')
    .description('install nodes anew, one after the other, while the cluster stays up')
    .option('--changed', 'all nodes that differ from the release that the router serves')
    .option('--all', 'all nodes')
    .option('--remove', 'take the named nodes out of the cluster for good, and install nothing')
    .option('--resume', 'go on with the reimage that did not come to its end')
    .option('--abort', 'take that one back, as far as that goes: disarm and uncordon')
    .option('-p, --plan', 'tell what would be done, and do nothing')
    .option('-y, --yes', 'do not ask')
    .option('--carry-out <file>', 'carry out this plan of reimage --plan --format json, or nothing')
    .option(
      '--replace-dead',
      'install, or remove, nodes that do not answer: neither their disks nor what they run was looked at',
    )
    .option('--bootstrap', 'found a NEW cluster on its first server; refused while one answers')
    .option('--delete-emptydir-data', 'let pods go that keep something in emptyDir: it is lost')
    .option('--force', 'let pods go that no controller brings back')
    .addOption(timeOption('--drain-timeout <time>', 'how long pods may take to leave', 300, '5m'))
    .addOption(
      new Option('--agents-at-a-time <number>', 'how many agents are out at a time')
        .argParser(count)
        .default(1),
    )
    .addOption(timeOption('--for <time>', 'how long each node is armed', 2700, '45m'))
    .option(
      '--known-hosts <file>',
      'SSH host keys of nodes, beside those that the gate heard; else ~/.ssh/known_hosts',
    )
    .option('--secrets <file>', 'values of secrets: NAME="value", YAML, JSON, or what SOPS encrypted');
  command.option('--report <file>', 'write an HTML file about the run, or its plan');
  addFormatOption(addLockOptions(addNodeOptions(addSshOption(command))), ['text', 'json', 'markdown'])
    .addHelpText(
      'after',
      '\nExamples:\n  $ pilotlight reimage lenovo2 --plan\n  $ pilotlight reimage --changed --yes\n  $ pilotlight reimage --remove lenovo4\n  $ pilotlight reimage --resume\n',
    )
    .action((names: string[], flags: ReimageFlags) => run(program, names, flags, context));
}

function timeOption(flags: string, description: string, byDefault: number, words: string): Option {
  return new Option(flags, description).argParser(seconds).default(byDefault, words);
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

type Asked = 'plan' | 'carryOut' | 'resume' | 'abort';

function whatIsAsked(names: readonly string[], flags: ReimageFlags): Asked {
  const { changed, all, remove, bootstrap, resume, abort, plan } = flags;
  const said = [names.length > 0, changed, all, resume, abort].filter((each) => each === true).length;
  if (said !== 1)
    throw new Failure('usage', 'reimage takes names of nodes, or one of --changed, --all, --resume, --abort');
  if ((resume === true || abort === true) && plan === true)
    throw new Failure('usage', '--plan is for a reimage that begins: --resume and --abort go on with one');
  if (remove === true && names.length === 0)
    throw new Failure('usage', '--remove is for nodes that are named: nothing leaves a cluster unnamed', {
      next: 'pilotlight status --nodes lists those that the inventory does not have',
    });
  if (remove === true && bootstrap === true)
    throw new Failure('usage', '--remove and --bootstrap have nothing to do with each other');
  if (bootstrap === true && flags.kubeconfig !== undefined)
    throw new Failure('usage', '--bootstrap asks the servers themselves whether a cluster answers', {
      next: 'leave out --kubeconfig',
    });
  if (resume === true) return 'resume';
  if (abort === true) return 'abort';
  return plan === true ? 'plan' : 'carryOut';
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
