import { Failure } from '../../../shared/failure.ts';
import type { ClusterTools } from '../tools.ts';
import { ApiUnavailable } from './apiUnavailable.ts';
import { type KubectlError, readKubectlError } from './kubectlError.ts';

/** What the API server answered: what kubectl printed, or what it complained of. */
export type ApiAnswer = { readonly kind: 'done'; readonly stdout: string } | KubectlError;

/** One call takes so long at most, by kubectl's own clock. */
const requestTimeout = '--request-timeout=30s';
/** How long, and how often, a call is made again that was not answered. */
const patience = { milliseconds: 60_000, every: 3_000 };

/** Calls the API server once. */
export async function callApi(
  { kubectl, signal }: ClusterTools,
  words: readonly string[],
  input?: string,
): Promise<ApiAnswer> {
  const { status, stdout, stderr } = await kubectl.run([requestTimeout, ...words], {
    ...(input === undefined ? {} : { input }),
    ...(signal === undefined ? {} : { signal }),
  });
  return status === 0 ? { kind: 'done', stdout } : readKubectlError(stderr);
}

/**
 * Calls the API server once. Answers what was printed; undefined where what was named is not there. For what may only be done right after
 * something was made sure of.
 * @param task what cannot be done if it fails, in words
 * @throws ApiUnavailable where it may be answered a moment later, or a Failure where it is refused
 */
export async function askApiOnce(
  tools: ClusterTools,
  task: string,
  words: readonly string[],
): Promise<string | undefined> {
  const answer = await callApi(tools, words);
  if (answer.kind === 'done') return answer.stdout;
  if (answer.kind === 'absent') return undefined;
  if (answer.kind === 'refused' || answer.kind === 'budget')
    throw new Failure('world', `${task}: ${answer.message}`, { next: nextOf(answer.message) });
  throw new ApiUnavailable(tools.kubectl.name, answer.message);
}

/**
 * The same, again for a minute while it is not answered: after a server has left, the API may be gone for a while. For calls that may be made
 * twice, and at any time.
 */
export async function askApi(
  tools: ClusterTools,
  task: string,
  words: readonly string[],
): Promise<string | undefined> {
  const end = tools.now() + patience.milliseconds;
  for (;;) {
    try {
      return await askApiOnce(tools, task, words);
    } catch (error) {
      if (!(error instanceof ApiUnavailable) || tools.now() >= end) throw error;
    }
    await tools.wait(patience.every, tools.signal);
  }
}

/** Reads objects of the API as JSON: undefined where what was named is not there. Throws as {@link askApi}. */
export async function readApi<T>(
  tools: ClusterTools,
  task: string,
  words: readonly string[],
): Promise<T | undefined> {
  const text = await askApi(tools, task, [...words, '--output=json']);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new ApiUnavailable(tools.kubectl.name, 'its answer ends in the middle');
  }
}

function nextOf(message: string): string {
  return /forbidden|unauthorized|logged in|permission denied/i.test(message)
    ? 'Use the cluster administrator: the kubeconfig that K3s writes on its servers, or SSH to one of them.'
    : 'Run the same command with kubectl by hand.';
}
