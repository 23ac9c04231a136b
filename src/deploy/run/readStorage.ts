import type { Survey, SurveyQuestion } from '../../ports/storage.ts';
import { bootFilePath } from '../../shared/storageLayout.ts';
import { readBootFile } from '../bootFile.ts';
import type { StorageState } from '../plan/state.ts';
import { type Problem, surveyProblems } from '../preflight.ts';
import { readState } from '../state.ts';
import { attempt } from './attempt.ts';
import { explained } from './explain.ts';
import type { RunTools, StorageSettings } from './tools.ts';

/** A storage as it is: what it said, what that means, and what keeps it from being written to. */
export interface ReadStorage {
  readonly survey: Survey;
  readonly state: StorageState;
  readonly problems: readonly Problem[];
}

/** Reads a storage, in one round trip, and in one more where it has a boot file. */
export function readStorage(
  tools: RunTools,
  settings: StorageSettings,
  question: SurveyQuestion = {},
): Promise<ReadStorage> {
  return explained(undefined, tools, settings, () => look(tools, settings, question));
}

/** The same in a run that explains errors itself. */
export async function look(
  tools: RunTools,
  settings: StorageSettings,
  question: SurveyQuestion = {},
): Promise<ReadStorage> {
  tools.onEvent?.({ stage: 'read', subject: tools.storage.name });
  const survey = await attempt(tools, () => tools.storage.survey(question));
  const state = await withBootFile(readState(survey, settings.lock), tools, settings);
  return { survey, state, problems: surveyProblems(survey, settings) };
}

/** A storage of static mode with what machines boot, which a run that was cut off may have left behind the pointer. */
async function withBootFile(
  state: StorageState,
  tools: RunTools,
  settings: StorageSettings,
): Promise<StorageState> {
  if (settings.bootFile !== true) return state;
  const text = await attempt(tools, () => tools.storage.read(bootFilePath));
  return { ...state, bootFile: readBootFile(text) };
}
