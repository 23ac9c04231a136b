import { Command, Option } from 'commander';
import { version } from '../adapters/version.ts';
import { addArm } from './commands/arm.ts';
import { addArmed } from './commands/armed.ts';
import { addCheck } from './commands/check.ts';
import { addCompletion } from './commands/completion.ts';
import { addDemo } from './commands/demo.ts';
import { addDeploy } from './commands/deploy.ts';
import { addDisarm } from './commands/disarm.ts';
import { addDiscover } from './commands/discover.ts';
import { addDoctor } from './commands/doctor.ts';
import { addExport } from './commands/export.ts';
import { addGc } from './commands/gc.ts';
import { addImages } from './commands/images/images.ts';
import { addImport } from './commands/import.ts';
import { addInit } from './commands/init.ts';
import { addKnownHosts } from './commands/knownHosts.ts';
import { addLint } from './commands/lint.ts';
import { addPlan } from './commands/plan.ts';
import { addPublish } from './commands/publish.ts';
import { addReimage } from './commands/reimage.ts';
import { addRender } from './commands/render.ts';
import { addReport } from './commands/report.ts';
import { addRollback } from './commands/rollback.ts';
import { addRouter } from './commands/router/router.ts';
import { addShow } from './commands/show.ts';
import { addSites } from './commands/sites.ts';
import { addStatus } from './commands/status.ts';
import { addUnlock } from './commands/unlock.ts';
import { addVerify } from './commands/verify.ts';
import type { Context } from './context.ts';
import { nextStep } from './nextStep.ts';
import { selectionOf } from './selection.ts';
import { unknownWord } from './unknownWord.ts';

/** The command line: every command with its options, bound to a context. */
export function createProgram(context: Context): Command {
  const program = new Command('pilotlight')
    .description('Keeps a rack of bare-metal machines equal to a Git repository.')
    .version(version, '-V, --version', 'print the version')
    .option('-i, --inventory <folder>', 'folder of the inventory', 'inventory')
    .option('-s, --site <name>', 'only this site, where the inventory holds several')
    .option('--no-cache', 'forget what earlier runs translated')
    .addOption(new Option('--no-color', 'plain text, even on a terminal'))
    .showSuggestionAfterError()
    .configureHelp({ sortSubcommands: false, showGlobalOptions: true })
    .addHelpText('after', examples)
    .helpCommand('help [command]', 'print the help of a command')
    .action(() => {
      const [word] = program.args;
      if (word !== undefined) throw unknownWord(word, program);
      context.stdout.write(nextStep(selectionOf(program).folder, context.colour));
    });
  for (const add of commands) add(program, context);
  // What is no command reaches the action above, which knows what was probably meant.
  program.allowUnknownOption().allowExcessArguments();
  for (const command of withCommands(program)) {
    command.exitOverride().configureOutput({
      writeOut: (text) => void context.stdout.write(text),
      writeErr: (text) => void context.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error:/, '✗')),
      getOutHelpWidth: () => Math.min(context.width, 110),
      getErrHelpWidth: () => Math.min(context.width, 110),
      getOutHasColors: () => context.colour,
      getErrHasColors: () => context.colour,
    });
  }
  return program;
}

/** A command, and all that are below it. */
function withCommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withCommands)];
}

/** In the order of the help: from the inventory to the router. */
const commands = [
  addInit,
  addImport,
  addDoctor,
  addCheck,
  addShow,
  addSites,
  addRender,
  addLint,
  addPlan,
  addPublish,
  addExport,
  addReport,
  addImages,
  addDeploy,
  addStatus,
  addRollback,
  addVerify,
  addGc,
  addUnlock,
  addRouter,
  addArm,
  addDisarm,
  addArmed,
  addDiscover,
  addKnownHosts,
  addReimage,
  addDemo,
  addCompletion,
];

const examples = `
Examples:
  $ pilotlight demo                          the whole way, on an example, with nothing but Node
  $ pilotlight check                         every mistake in inventory/
  $ pilotlight show lenovo1                  a node with all defaults, and where each value came from
  $ pilotlight plan --against main           what merging would mean for each node
  $ pilotlight publish --out /mnt/releases   a release, whole or not at all
  $ pilotlight deploy --plan                 what a deploy would do on the router
  $ pilotlight deploy                        bring the release to the router, and switch to it

Exit codes: 0 fine, 1 findings, 2 usage, 3 the world failed, 4 refused for safety.
`;
