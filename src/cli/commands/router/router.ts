import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { addRouterApply } from './apply.ts';
import { addRouterDoctor } from './doctor.ts';
import { addRouterPlan } from './plan.ts';
import { addRouterRollback } from './rollback.ts';
import { addRouterStatus } from './status.ts';

/** `pilotlight router …` */
export function addRouter(program: Command, context: Context): void {
  const group = program
    .command('router')
    .description('set an OpenWrt router up as the boot server, and look at it')
    .addHelpText(
      'after',
      '\nExamples:\n  $ pilotlight router plan\n  $ pilotlight router apply --install-packages\n  $ pilotlight router doctor\n',
    );
  for (const add of [addRouterPlan, addRouterApply, addRouterRollback, addRouterDoctor, addRouterStatus]) {
    add(group, program, context);
  }
}
