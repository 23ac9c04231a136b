import type { Command } from 'commander';
import { imagesFolder } from '../../adapters/images/folderOf.ts';
import { doctor } from '../../app/doctor/doctor.ts';
import { doctorJson, doctorText } from '../../report/doctorText.ts';
import type { Context } from '../context.ts';
import { printBySite } from '../printBySite.ts';
import { selectionOf } from '../selection.ts';
import { addFormatOption, addSshOption, storageWorld } from '../storageOptions.ts';
import { addImagesOption, onRouter, type RouterFlags } from './router/options.ts';

interface DoctorFlags extends RouterFlags {
  readonly offline?: boolean;
  readonly secrets?: string;
  readonly format: 'text' | 'json';
}

/** `pilotlight doctor` */
export function addDoctor(program: Command, context: Context): void {
  const command = program
    .command('doctor')
    .description(
      'tell what is still missing, in order, and what mends it: inventory, images, router, nodes, workflows; exit 1 if anything is',
    )
    .option('--offline', 'leave the network alone')
    .option('--secrets <file>', 'values of secrets, as arm takes them');
  addFormatOption(addSshOption(addImagesOption(command)), ['text', 'json'])
    .addHelpText('after', '\nExamples:\n  $ pilotlight doctor\n  $ pilotlight doctor --offline\n')
    .action((flags: DoctorFlags) => run(program, flags, context));
}

async function run(program: Command, flags: DoctorFlags, context: Context): Promise<void> {
  const selection = selectionOf(program);
  const world = storageWorld(context, flags, true);
  const options = {
    selection,
    offline: flags.offline === true,
    images: imagesFolder(context.environment, flags.images),
    login: loginOf(flags, context.environment),
    secretsFile: flags.secrets,
    command: (words: string) =>
      `pilotlight ${selection.folder === 'inventory' ? '' : `-i ${selection.folder} `}${words}`,
  };
  const reports = await onRouter(context, (hooks) => doctor(options, world, hooks));
  printBySite(reports, flags.format, { json: doctorJson, text: doctorText, between: '\n' }, context);
  if (reports.some(({ steps }) => steps.some(({ state }) => state === 'failed'))) context.exit(1);
}

/** What SSH would take, in the order in which it does. */
function loginOf(
  { sshKey }: DoctorFlags,
  { PILOTLIGHT_SSH_KEY: key, SSH_AUTH_SOCK: agent }: NodeJS.ProcessEnv,
): string | undefined {
  if (sshKey !== undefined) return sshKey;
  if (key) return '$PILOTLIGHT_SSH_KEY';
  return agent ? 'the SSH agent' : undefined;
}
