import { Argument, type Command } from 'commander';
import { completionScript, shells } from '../completionScript.ts';
import type { Context } from '../context.ts';

/** `pilotlight completion SHELL` */
export function addCompletion(program: Command, context: Context): void {
  program
    .command('completion')
    .description('print what a shell needs to complete commands and options')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .addHelpText('after', '\nExample:\n  $ source <(pilotlight completion bash)\n')
    .action((shell: (typeof shells)[number]) => void context.stdout.write(completionScript(program, shell)));
}
