import { type Command, Option } from 'commander';
import { arm } from '../../app/arm/arm.ts';
import { armJson, armText } from '../../report/armReport.ts';
import type { Context } from '../context.ts';
import { printBySite } from '../printBySite.ts';
import { seconds } from '../seconds.ts';
import { selectionOf } from '../selection.ts';
import {
  addFormatOption,
  addSshOption,
  onStorage,
  type StorageFlags,
  storageOptions,
  storageWorld,
} from '../storageOptions.ts';

const halfAnHour = 1800;

interface ArmFlags extends StorageFlags {
  readonly variant?: 'bootstrap' | 'join' | 'agent' | 'none';
  readonly bootstrap?: boolean;
  readonly for: number;
  readonly untilDisarmed?: boolean;
  readonly secrets?: string;
  readonly dryRun?: boolean;
  readonly format: 'text' | 'json';
}

/** `pilotlight arm NODE…` */
export function addArm(program: Command, context: Context): void {
  const command = program
    .command('arm')
    .argument('<node...>', 'names of nodes')
    .description('let nodes be installed at their next network boot, once, with the deployed release')
    .addOption(
      new Option('--for <time>', 'how long they stay armed: 90s, 30m, 2h')
        .argParser(seconds)
        .default(halfAnHour, '30m'),
    )
    .addOption(
      new Option('--variant <variant>', 'how they come up; else as usual').choices([
        'bootstrap',
        'join',
        'agent',
        'none',
      ]),
    )
    .option('--until-disarmed', 'with router.gate: static: yes, every network boot installs them until then')
    .option('--bootstrap', 'with --variant bootstrap: yes, a new cluster is meant')
    .option('--secrets <file>', 'values of secrets: NAME="value", YAML, JSON, or what SOPS encrypted')
    .option('-n, --dry-run', 'look at everything, and arm nothing');
  addFormatOption(addSshOption(command), ['text', 'json'])
    .addHelpText(
      'after',
      '\nExamples:\n  $ pilotlight arm lenovo2 lenovo3\n  $ pilotlight arm lenovo1 --variant bootstrap --bootstrap --for 2h\n  $ pilotlight arm lenovo2 --secrets secrets.sops.yaml --dry-run\n',
    )
    .action(async (names: string[], flags: ArmFlags) => {
      const world = storageWorld(context, flags, true);
      const { variant, bootstrap, untilDisarmed, secrets, dryRun } = flags;
      const options = {
        ...storageOptions(flags),
        variant,
        bootstrap,
        untilDisarmed,
        secrets,
        dryRun,
        seconds: flags.for,
      };
      const reports = await onStorage(context, (hooks) =>
        arm(selectionOf(program), names, options, world, hooks),
      );
      printBySite(reports, flags.format, { json: armJson, text: armText }, context);
    });
}
