import type { Command } from 'commander';
import { headCommit } from '../../adapters/git/tree.ts';
import { imagesFolder } from '../../adapters/images/folderOf.ts';
import { deploy } from '../../app/deploy.ts';
import { deployJson, deployOutcomeText, deployPlanText } from '../../report/deployPlan.ts';
import { deployMarkdown } from '../../report/deployPlanMarkdown.ts';
import type { DeployReport } from '../../report/deployReport.ts';
import type { Context } from '../context.ts';
import { reportFindings } from '../findings.ts';
import { givenPlans } from '../givenPlans.ts';
import { jsonBySite } from '../jsonBySite.ts';
import { nodeProgress } from '../progress.ts';
import { selectionOf } from '../selection.ts';
import {
  addFormatOption,
  addHttpOption,
  addKeepOption,
  addLockOptions,
  addStorageOptions,
  type StorageFlags,
  storageOptions,
  storageWorld,
} from '../storageOptions.ts';
import { transferProgress } from '../transferProgress.ts';

interface DeployFlags extends StorageFlags {
  readonly plan?: boolean;
  readonly release?: string;
  readonly images?: string;
  readonly expectRelease?: string;
  readonly carryOut?: string;
  readonly format: 'text' | 'json' | 'markdown';
}

/** `pilotlight deploy` */
export function addDeploy(program: Command, context: Context): void {
  const command = program
    .command('deploy')
    .description("bring the release to the router's storage, and make machines boot it")
    .option('-p, --plan', 'tell what would be done, and do nothing')
    .option('-r, --release <folder>', 'a published release; else the inventory is built')
    .option('--images <folder>', 'folder with images/coreos/… and k3s/…; else the one of images fetch')
    .option('--expect-release <id>', 'refuse any other release; the first 12 digits are enough')
    .option('--carry-out <file>', 'carry out this plan of deploy --plan --format json, or nothing');
  for (const add of [addStorageOptions, addLockOptions, addKeepOption, addHttpOption]) add(command);
  addFormatOption(command, ['text', 'json', 'markdown'])
    .addHelpText(
      'after',
      '\nExamples:\n  $ pilotlight deploy --plan\n  $ pilotlight deploy --images ~/images\n  $ pilotlight deploy --to /media/stick --format json\n',
    )
    .action((flags: DeployFlags) => run(program, flags, context));
}

async function run(program: Command, flags: DeployFlags, context: Context): Promise<void> {
  const selection = selectionOf(program);
  const world = storageWorld(context, flags, flags.release === undefined);
  const building = nodeProgress(context);
  const transfer = transferProgress(context);
  const commit = flags.release === undefined ? await headCommit(selection.folder) : undefined;
  const print = (text: string): void => {
    building.end();
    transfer.clear();
    if (flags.format === 'text') context.stdout.write(text);
  };
  const hooks = {
    ...building.hooks,
    onEvent: transfer.onEvent,
    stoppable: context.stoppable,
    // What stands in the way is said once: by the failure, unless the plan is all that was asked for.
    onPlan: (report: DeployReport) =>
      print(deployPlanText(flags.plan === true ? report : { ...report, problems: [] }, context.colour)),
    onOutcome: (report: DeployReport) =>
      print(report.outcome === undefined ? '' : deployOutcomeText(report, report.outcome, context.colour)),
  };
  const options = {
    ...storageOptions(flags),
    planOnly: flags.plan === true,
    release: flags.release,
    images: imagesFolder(context.environment, flags.images),
    expectRelease: flags.expectRelease,
    ...(flags.carryOut === undefined ? {} : { expected: givenPlans(flags.carryOut) }),
    origin: commit === undefined ? undefined : { commit },
  };
  try {
    const deployed = await deploy(selection, options, world, hooks);
    print('');
    const reports = deployed.sites.flatMap(({ report }) => report ?? []);
    if (flags.format === 'json' && reports.length > 0) {
      context.stdout.write(jsonBySite(reports.map((report) => [report.site, deployJson(report)])));
    }
    if (flags.format === 'markdown') context.stdout.write(reports.map(deployMarkdown).join('\n'));
    if (deployed.findings.length > 0) {
      const stream = flags.format === 'text' ? context : { ...context, stdout: context.stderr };
      reportFindings(deployed, { format: 'text' }, stream);
    }
    if (reports.some(({ problems }) => problems.length > 0)) context.exit(3);
  } finally {
    building.end();
    transfer.clear();
  }
}
