import type { Command } from 'commander';
import { planSiteRouter } from '../../../app/router/plan.ts';
import { routerPlanJson, routerPlanText } from '../../../report/routerPlan.ts';
import { routerPlanMarkdown } from '../../../report/routerPlanMarkdown.ts';
import type { Context } from '../../context.ts';
import { selectionOf } from '../../selection.ts';
import { addFormatOption, addSshOption, storageWorld } from '../../storageOptions.ts';
import { addImagesOption, onRouter, type RouterFlags, routerOptions } from './options.ts';

interface PlanFlags extends RouterFlags {
  readonly format: 'text' | 'json' | 'markdown';
}

/** `pilotlight router plan` */
export function addRouterPlan(group: Command, program: Command, context: Context): void {
  const command = group
    .command('plan')
    .description('tell what apply would change on the router, and what is in its way; write nothing');
  addFormatOption(addSshOption(addImagesOption(command)), ['text', 'json', 'markdown'])
    .addHelpText(
      'after',
      '\nExamples:\n  $ pilotlight router plan\n  $ pilotlight router plan --format markdown\n',
    )
    .action(async (flags: PlanFlags) => {
      const world = storageWorld(context, flags, false);
      const report = await onRouter(context, (hooks) =>
        planSiteRouter(selectionOf(program), routerOptions(flags, context), world, hooks),
      );
      const printed = {
        text: () => routerPlanText(report, context.colour),
        json: () => routerPlanJson(report),
        markdown: () => routerPlanMarkdown(report),
      };
      context.stdout.write(printed[flags.format]());
    });
}
