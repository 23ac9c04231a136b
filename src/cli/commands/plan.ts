import { type Command, Option } from 'commander';
import { plan } from '../../app/plan.ts';
import { planJson, planText } from '../../report/planText.ts';
import { visible } from '../../report/visible.ts';
import type { Context } from '../context.ts';
import { reportFindings } from '../findings.ts';
import { jsonBySite } from '../jsonBySite.ts';
import { nodeProgress } from '../progress.ts';
import { selectionOf } from '../selection.ts';

interface PlanOptions {
  readonly against: string;
  readonly format: 'text' | 'json';
  readonly diff: boolean;
}

/** `pilotlight plan --against RELEASE|COMMIT` */
export function addPlan(program: Command, context: Context): void {
  program
    .command('plan')
    .description('tell what the inventory means for each node: no change, reimage needed, or data at risk')
    .requiredOption(
      '-a, --against <what>',
      'a folder with a release, its manifest.json, or a branch, tag or commit',
    )
    .addOption(
      new Option('-f, --format <format>', 'how the plan is printed')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--no-diff', 'leave out the differences of the Butane files')
    .addHelpText(
      'after',
      '\nExamples:\n  $ pilotlight plan --against main\n  $ pilotlight plan --against /mnt/usb/releases/1f0c… --format json\n',
    )
    .action(async (options: PlanOptions) => {
      const progress = nodeProgress(context);
      const planned = await plan(
        selectionOf(program),
        { against: options.against },
        context.world(),
        progress.hooks,
      );
      progress.end();
      const plans = planned.sites.flatMap(({ name, plan: made }) =>
        made === undefined ? [] : [{ name, made }],
      );
      if (options.format === 'json') {
        if (plans.length > 0)
          context.stdout.write(jsonBySite(plans.map(({ name, made }) => [name, planJson(made)])));
      } else {
        for (const { name, made } of plans) {
          if (planned.sites.length > 1) context.stdout.write(`${visible(name)}\n`);
          context.stdout.write(planText(made, { colour: context.colour, diffs: options.diff }));
        }
      }
      const stream = options.format === 'json' ? { ...context, stdout: context.stderr } : context;
      if (planned.findings.length > 0) reportFindings(planned, { format: 'text' }, stream);
    });
}
