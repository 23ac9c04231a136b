import type { RunResult } from '../../../ports/remoteShell.ts';
import type { RouterSurvey } from '../../../ports/router.ts';
import { Failure } from '../../../shared/failure.ts';
import { unpacked } from '../../unpacked.ts';
import { neededCommands } from '../scriptOf.ts';
import { readRouterSurvey } from './readRouterSurvey.ts';

/** Asks a router everything in one command. `run` runs the script that asks, with the commands that there must be. */
export async function askRouter(
  name: string,
  run: (commands: readonly string[]) => Promise<RunResult>,
): Promise<RouterSurvey> {
  const { stdout } = await run(neededCommands);
  const survey = readRouterSurvey(unpacked(stdout).toString('utf8'));
  if (survey !== undefined) return survey;
  throw new Failure('world', `${name}: the router cannot be read: the answer ends in the middle`, {
    next: 'Look whether a shell starts there without an error: ssh, then `uci export dhcp`.',
  });
}
