import type { Command } from 'commander';
import { headCommit } from '../../adapters/git/tree.ts';
import { report } from '../../app/report.ts';
import { reportRun } from '../../app/reportRun.ts';
import { visible } from '../../report/visible.ts';
import { Failure } from '../../shared/failure.ts';
import type { Context } from '../context.ts';
import { noteErrors } from '../findings.ts';
import { knownHostsText } from '../knownHostsText.ts';
import { nodeProgress } from '../progress.ts';
import { selectionOf } from '../selection.ts';
import {
  addStorageOptions,
  onStorage,
  type StorageFlags,
  storageOptions,
  storageWorld,
} from '../storageOptions.ts';
import { transferProgress } from '../transferProgress.ts';

interface ReportFlags extends StorageFlags {
  readonly out?: string;
  readonly against?: string;
  readonly run?: boolean;
  readonly nodes?: boolean;
  readonly knownHosts?: string;
  readonly secrets?: string;
}

/** `pilotlight report --out FILE` */
export function addReport(program: Command, context: Context): void {
  const command = program
    .command('report')
    .description('write one HTML file about the release that the inventory makes, or about the last reimage')
    .option('-o, --out <file>', 'the file; of several sites, each has its name in it (default: <site>.html)')
    .option('-a, --against <what>', 'with what changes since a release, branch, tag or commit')
    .option('--nodes', 'with what each node runs: they are asked over SSH, as status --nodes does')
    .option('--run', "about the last reimage, by what the router's storage and its gate say of it")
    .option('--known-hosts <file>', 'with --nodes: SSH host keys, beside those that the gate heard')
    .option('--secrets <file>', 'with --nodes: values of secrets, where nodes keep their host keys');
  addStorageOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  $ pilotlight report --out site.html\n  $ pilotlight report --against main --out change.html\n  $ pilotlight report --run --out run.html\n',
    )
    .action((flags: ReportFlags) => {
      refuseBoth(flags);
      return flags.run === true ? lastRun(program, flags, context) : release(program, flags, context);
    });
}

/** A run is compared with nothing, and asks no node. */
function refuseBoth({ run, against, nodes }: ReportFlags): void {
  if (run !== true || (against === undefined && nodes !== true)) return;
  throw new Failure('usage', '--run is about a reimage: --against and --nodes are about a release');
}

async function lastRun(program: Command, flags: ReportFlags, context: Context): Promise<void> {
  const world = storageWorld(context, flags, false);
  const { site, html } = await onStorage(context, (hooks) =>
    reportRun(selectionOf(program), storageOptions(flags), world, hooks),
  );
  const file = flags.out ?? fileOf(undefined, `${site}-reimage`, false);
  await world.replaceFile(file, html);
  context.stdout.write(`✓ ${visible(file)}\n`);
}

async function release(program: Command, flags: ReportFlags, context: Context): Promise<void> {
  const selection = selectionOf(program);
  const world = storageWorld(context, flags, true);
  const progress = nodeProgress(context);
  const transfer = transferProgress(context);
  const commit = await headCommit(selection.folder);
  const { against, secrets } = flags;
  const knownHosts = knownHostsText(context.environment, flags.knownHosts);
  const made = await report(
    selection,
    {
      against,
      origin: commit === undefined ? undefined : { commit },
      ...(flags.nodes === true ? { nodes: { ...storageOptions(flags), secrets, knownHosts } } : {}),
    },
    world,
    { ...progress.hooks, onEvent: transfer.onEvent, stoppable: context.stoppable },
  );
  progress.end();
  transfer.clear();
  for (const { name, html } of made.sites) {
    const file = fileOf(flags.out, name, made.sites.length > 1);
    await world.replaceFile(file, html);
    context.stdout.write(`✓ ${visible(file)}\n`);
  }
  if (noteErrors(made.findings, context)) context.exit(1);
}

/** Where the page of a site goes. A site is named as somebody wrote it, so that only plain characters of its name make a file's. */
function fileOf(out: string | undefined, site: string, isOneOfSeveral: boolean): string {
  const name = site.replace(/[^A-Za-z0-9_-]+/g, '-');
  if (out === undefined) return `${name}.html`;
  return isOneOfSeveral ? out.replace(/(\.html?)?$/i, (ending) => `-${name}${ending}`) : out;
}
