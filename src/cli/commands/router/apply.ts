import type { Command } from 'commander';
import { applySiteRouter } from '../../../app/router/apply.ts';
import { routerOutcomeText, routerPlanJson, routerPlanText } from '../../../report/routerPlan.ts';
import { routerPlanMarkdown } from '../../../report/routerPlanMarkdown.ts';
import type { RouterReport } from '../../../report/routerReport.ts';
import type { Context } from '../../context.ts';
import { selectionOf } from '../../selection.ts';
import { addFormatOption, addLockOptions, addSshOption, storageWorld } from '../../storageOptions.ts';
import { addImagesOption, addTimeoutOption, changeOptions, onRouter, type RouterFlags } from './options.ts';

interface ApplyFlags extends RouterFlags {
  readonly installPackages?: boolean;
  readonly format: 'text' | 'json' | 'markdown';
}

/** `pilotlight router apply` */
export function addRouterApply(group: Command, program: Command, context: Context): void {
  const command = group
    .command('apply')
    .description('set the router up; it takes the change back by itself unless everything answers again')
    .option('--install-packages', 'install packages that are missing');
  for (const add of [addTimeoutOption, addImagesOption, addSshOption, addLockOptions]) add(command);
  addFormatOption(command, ['text', 'json', 'markdown'])
    .addHelpText(
      'after',
      '\nExamples:\n  $ pilotlight router apply\n  $ pilotlight router apply --install-packages --images ~/images\n',
    )
    .action((flags: ApplyFlags) => run(program, flags, context));
}

async function run(program: Command, flags: ApplyFlags, context: Context): Promise<void> {
  const world = storageWorld(context, flags, false);
  const isText = flags.format === 'text';
  const report = await onRouter(context, (hooks, clear) => {
    const onPlan = (plan: RouterReport): void => {
      clear();
      if (isText) context.stdout.write(routerPlanText(plan, context.colour));
    };
    const options = { ...changeOptions(flags, context), installPackages: flags.installPackages === true };
    return applySiteRouter(selectionOf(program), options, world, { ...hooks, onPlan });
  });
  const printed = {
    text: () =>
      report.outcome === undefined ? '' : routerOutcomeText(report, report.outcome, context.colour),
    json: () => routerPlanJson(report),
    markdown: () => routerPlanMarkdown(report),
  };
  context.stdout.write(printed[flags.format]());
  if (report.outcome?.failure !== undefined) throw report.outcome.failure;
  if (report.outcome?.probes.some(({ state }) => state === 'failed')) context.exit(3);
}
