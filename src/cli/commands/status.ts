import type { Command } from 'commander';
import { type StatusOptions, status } from '../../app/status.ts';
import { storageStatusJson, storageStatusText } from '../../report/storageStatus.ts';
import { storageStatusMarkdown } from '../../report/storageStatusMarkdown.ts';
import type { Context } from '../context.ts';
import { jsonBySite } from '../jsonBySite.ts';
import { knownHostsText } from '../knownHostsText.ts';
import { addNodeOptions, type NodeFlags, nodeOptions } from '../nodeOptions.ts';
import { selectionOf } from '../selection.ts';
import {
  addFormatOption,
  addHttpOption,
  addStorageOptions,
  onStorage,
  type StorageFlags,
  storageOptions,
  storageWorld,
} from '../storageOptions.ts';

interface StatusFlags extends StorageFlags, NodeFlags {
  readonly compare: boolean;
  readonly nodes?: boolean;
  readonly knownHosts?: string;
  readonly secrets?: string;
  readonly format: 'text' | 'json' | 'markdown';
}

/** `pilotlight status` */
export function addStatus(program: Command, context: Context): void {
  const command = program
    .command('status')
    .description("tell what lies on the router's storage, who uses it, and what differs from the inventory")
    .option('--no-compare', 'do not build the inventory to compare it')
    .option('--nodes', 'ask each node over SSH what it runs, and the cluster how it sees it')
    .option('--known-hosts <file>', 'with --nodes: SSH host keys, beside those that the gate heard')
    .option('--secrets <file>', 'with --nodes: values of secrets, where nodes keep their host keys');
  addHttpOption(addStorageOptions(addNodeOptions(command)));
  addFormatOption(command, ['text', 'json', 'markdown'])
    .addHelpText(
      'after',
      '\nExamples:\n  $ pilotlight status\n  $ pilotlight status --no-compare --format json\n',
    )
    .action(async (flags: StatusFlags) => {
      const world = storageWorld(context, flags, flags.compare);
      const reports = await onStorage(context, (hooks) =>
        status(selectionOf(program), optionsOf(flags, context), world, hooks),
      );
      const printed = {
        text: () => reports.map((report) => storageStatusText(report, context.colour)).join('\n'),
        json: () => jsonBySite(reports.map((report) => [report.site, storageStatusJson(report)])),
        markdown: () => reports.map(storageStatusMarkdown).join('\n'),
      };
      context.stdout.write(printed[flags.format]());
      if (reports.some(({ health }) => health.problems.length > 0)) context.exit(1);
    });
}

function optionsOf(flags: StatusFlags, { environment }: Context): StatusOptions {
  const { compare, nodes, secrets } = flags;
  const reached = nodeOptions(flags);
  const common = { ...storageOptions(flags), compare };
  if (nodes !== true) return common;
  return {
    ...common,
    nodes: { ...reached, secrets, knownHosts: knownHostsText(environment, flags.knownHosts) },
  };
}
