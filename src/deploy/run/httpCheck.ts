import type { HttpResponse } from '../../ports/http.ts';
import { type Digest, sha256, shortDigest } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import { bootFilePath, manifestName, slotPaths } from '../../shared/storageLayout.ts';
import { readBootFile } from '../bootFile.ts';
import { releasePath } from '../paths.ts';
import type { Pointer } from '../plan/state.ts';
import { readPointer } from '../pointer.ts';
import { untilAborted } from './attempt.ts';
import type { HttpCheck, RunTools } from './tools.ts';

/** Whether machines get a release's manifest as it should be; throws a Failure when they do not. Nothing is switched yet. */
export async function checkServed(
  check: HttpCheck,
  tools: RunTools,
  release: Digest,
  manifest: Digest,
): Promise<void> {
  const url = `${check.url}/${releasePath(release)}/${manifestName}`;
  const problem = await tried(tools, url, async () => {
    const response = await get(check, tools, url);
    if (response.status !== 200) return answered(url, response);
    return sha256(response.bytes) === manifest
      ? undefined
      : `${url} is not the file that lies on the storage`;
  });
  if (problem !== undefined) throw notServed(release, problem, check);
}

/** Why machines do not get the new pointer; undefined when they do. */
export async function pointerProblem(
  check: HttpCheck,
  tools: RunTools,
  { release, sequence }: Pointer,
): Promise<string | undefined> {
  return tried(tools, check.url, async () => {
    const responses: HttpResponse[] = [];
    for (const path of slotPaths) responses.push(await get(check, tools, `${check.url}/${path}`));
    const [a, b] = responses.map(({ status, bytes }) =>
      status === 200 ? new TextDecoder().decode(bytes) : undefined,
    );
    const served = readPointer([a, b], () => true).pointer;
    if (served?.release === release && served.sequence === sequence) return undefined;
    if (served !== undefined) {
      return `${check.url}/${stateOf} still name release ${shortDigest(served.release)} (switch ${served.sequence})`;
    }
    const wrong = responses.findIndex(({ status }) => status !== 200);
    const response = responses[wrong];
    return response === undefined
      ? `${check.url}/${stateOf} hold no pointer`
      : answered(`${check.url}/${slotPaths[wrong] ?? ''}`, response);
  });
}

/** Why machines do not get the boot file that leads to a release; undefined when they do. */
export async function bootFileProblem(
  check: HttpCheck,
  tools: RunTools,
  release: Digest,
): Promise<string | undefined> {
  const url = `${check.url}/${bootFilePath}`;
  return tried(tools, url, async () => {
    const response = await get(check, tools, url);
    if (response.status !== 200) return answered(url, response);
    const served = readBootFile(new TextDecoder().decode(response.bytes)).release;
    if (served === release) return undefined;
    return served === undefined
      ? `${url} is not the boot file that was written`
      : `${url} still names release ${shortDigest(served)}`;
  });
}

const stateOf = slotPaths.join(' and ');

/** Asks again where the answer was wrong: a web server may be busy for a moment. */
async function tried(
  tools: RunTools,
  subject: string,
  ask: () => Promise<string | undefined>,
): Promise<string | undefined> {
  tools.onEvent?.({ stage: 'check', subject });
  for (let tries = 0; ; tries += 1) {
    const problem = await untilAborted(ask(), tools.signal);
    const pause = pauses[tries];
    if (problem === undefined || pause === undefined) return problem;
    await tools.wait(pause, tools.signal);
  }
}

/** Milliseconds before each further try. */
const pauses = [1000, 2000];

function get({ http }: HttpCheck, { signal }: RunTools, url: string): Promise<HttpResponse> {
  return http.get(url, { ...(signal === undefined ? {} : { signal }), timeoutMilliseconds: 10_000 });
}

function answered(url: string, { status, problem }: HttpResponse): string {
  return status === 0
    ? `nothing answers at ${url}${problem === undefined ? '' : ` (${problem})`}`
    : `${url} answers ${status}`;
}

function notServed(release: Digest, problem: string, check: HttpCheck): Failure {
  return new Failure(
    'world',
    `release ${shortDigest(release)} is on the storage, but machines would not get it: ${problem}; nothing was switched`,
    { next: serveIt(check) },
  );
}

/** What to do where a web server does not serve the storage. */
export function serveIt({ url }: HttpCheck): string {
  return `see that the router's web server serves the storage at ${url} (router.url), and run the same command again`;
}
