import type { Command } from 'commander';
import { knownHosts } from '../../app/arm/knownHosts.ts';
import { knownHostsJson, knownHostsNotes, knownHostsText } from '../../report/knownHostsReport.ts';
import type { Context } from '../context.ts';
import { printBySite } from '../printBySite.ts';
import { selectionOf } from '../selection.ts';
import {
  addFormatOption,
  addSshOption,
  onStorage,
  type StorageFlags,
  storageOptions,
  storageWorld,
} from '../storageOptions.ts';

/** `pilotlight known-hosts [NODE…]` */
export function addKnownHosts(program: Command, context: Context): void {
  const command = program
    .command('known-hosts')
    .argument('[node...]', 'names of nodes; all of them without any')
    .description('print the SSH host keys that nodes told, for known_hosts; exit 1 if one is missing');
  addFormatOption(addSshOption(command), ['text', 'json'])
    .addHelpText(
      'after',
      '\nExamples:\n  $ pilotlight known-hosts >> ~/.ssh/known_hosts\n  $ pilotlight known-hosts lenovo2 --format json\n',
    )
    .action(async (names: string[], flags: StorageFlags & { readonly format: 'text' | 'json' }) => {
      const world = storageWorld(context, flags, false);
      const request = { selection: selectionOf(program), options: storageOptions(flags), names };
      const reports = await onStorage(context, (hooks) => knownHosts({ ...request, hooks }, world));
      printBySite(reports, flags.format, { json: knownHostsJson, text: knownHostsText }, context);
      context.stderr.write(reports.map((report) => knownHostsNotes(report, context.colour)).join(''));
      if (reports.some(({ hosts }) => hosts.some(({ key }) => key === null))) context.exit(1);
    });
}
