import type { Survey, SurveyQuestion } from '../../../../ports/storage.ts';
import { Failure } from '../../../../shared/failure.ts';
import { unpacked } from '../../../unpacked.ts';
import type { ScriptRunner } from '../runScript.ts';
import { neededCommands } from '../scriptOf.ts';
import { readSurvey } from './readSurvey.ts';

/** Asks a storage everything in one command. */
export async function survey(runner: ScriptRunner, { known }: SurveyQuestion): Promise<Survey> {
  const { stdout } = await runner.run('survey', [known ?? '', ...neededCommands]);
  const found = readSurvey(unpacked(stdout));
  if (found === undefined) {
    throw new Failure('world', 'the storage cannot be read: the answer ends in the middle', {
      next: 'Look whether a shell starts there without an error: ssh, then `df`.',
    });
  }
  return found;
}
