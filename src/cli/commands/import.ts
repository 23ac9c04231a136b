import type { Command } from 'commander';
import { version } from '../../adapters/version.ts';
import { type ImportSource, readRouter } from '../../app/init/given.ts';
import { importNodes } from '../../app/init/import.ts';
import { initJson, initText } from '../../report/initText.ts';
import { Failure } from '../../shared/failure.ts';
import type { Context } from '../context.ts';
import { selectionOf } from '../selection.ts';
import { addFormatOption, addSshOption, storageWorld } from '../storageOptions.ts';
import { addHostKeyOptions, type HostKeyFlags, releaseOf } from './setupOptions.ts';

interface ImportFlags extends HostKeyFlags {
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly sshKey?: string;
  readonly actionVersion?: string;
  readonly format: 'text' | 'json';
}

/** `pilotlight import ansible|matchbox|leases` */
export function addImport(program: Command, context: Context): void {
  const group = program
    .command('import')
    .description('make node files of machines that an Ansible inventory, matchbox or leases name')
    .addHelpText(
      'after',
      '\nExamples:\n  $ pilotlight import ansible hosts.ini\n  $ pilotlight import matchbox /var/lib/matchbox\n  $ pilotlight import leases --router root@192.168.26.1\n',
    );
  const kinds = [
    [
      'ansible',
      '<inventory>',
      'an Ansible inventory, INI or YAML, with its group_vars and host_vars; nothing in it is run',
      'hosts.ini',
    ],
    ['matchbox', '<folder>', 'the data of matchbox: groups/ and profiles/', '/var/lib/matchbox'],
    [
      'leases',
      '[file]',
      "dnsmasq's lease file, or /etc/ethers; without a file, the leases of the router",
      '--router root@192.168.26.1',
    ],
  ] as const;
  for (const [kind, argument, description, example] of kinds) {
    const command = addHostKeyOptions(
      group
        .command(kind)
        .argument(argument, 'where it is')
        .description(`make node files from ${description}`),
    )
      .option('--action-version <tag>', 'version of Pilotlight whose schemas editors use; else this one')
      .option('--force', 'replace files that are there and differ, after showing how')
      .option('-n, --dry-run', 'tell what would be written, and write nothing');
    addFormatOption(addSshOption(command), ['text', 'json'])
      .addHelpText('after', `\nExample:\n  $ pilotlight import ${kind} ${example}\n`)
      .action((path: string | undefined, flags: ImportFlags) =>
        run(program, { kind, path } as ImportSource, flags, context),
      );
  }
}

async function run(
  program: Command,
  source: ImportSource,
  flags: ImportFlags,
  context: Context,
): Promise<void> {
  const router = flags.router === undefined ? undefined : readRouter(flags.router);
  if (flags.router !== undefined && router === undefined) {
    throw new Failure('usage', `--router ${JSON.stringify(flags.router)} cannot be read`, {
      next: 'write it as root@192.168.26.1',
    });
  }
  const report = await importNodes(
    {
      folder: selectionOf(program).folder,
      source,
      given: { router, hostKeys: flags.hostKey, acceptHostKey: flags.acceptHostKey === true },
      version: releaseOf(flags.actionVersion, version),
      force: flags.force === true,
      planOnly: flags.dryRun === true,
    },
    storageWorld(context, flags, false),
    context.stoppable(),
  );
  context.stdout.write(flags.format === 'json' ? initJson(report) : initText(report, context.colour));
}
