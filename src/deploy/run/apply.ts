import { type Digest, sha256 } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import { manifestName } from '../../shared/storageLayout.ts';
import { releasePath } from '../paths.ts';
import type { PlannedChange } from '../plan/plan.ts';
import type { Pointer } from '../plan/state.ts';
import { wholeReleases } from '../state.ts';
import { attempt } from './attempt.ts';
import { checkServed } from './httpCheck.ts';
import { note } from './note.ts';
import type { PreparedDeploy } from './prepare.ts';
import { removeGarbage } from './removeGarbage.ts';
import type { DeployOutcome, DeployRequest } from './request.ts';
import type { Run } from './run.ts';
import { followPointer, switchPointer } from './switchPointer.ts';
import { unpackRelease } from './unpackRelease.ts';
import { uploadAssets } from './uploadAssets.ts';
import { startUploading, type Uploading } from './uploading.ts';

/** Carries a plan out, change by change, and notes what was done. */
export async function apply(
  request: DeployRequest,
  run: Run,
  prepared: PreparedDeploy,
): Promise<DeployOutcome> {
  const { plan, wanted, state } = prepared;
  const uploading = startUploading(run, state, request.images, wanted, plan.changes);
  let tidy = true;
  for (const change of plan.changes) {
    if (change.action === 'upload') await upload(request, uploading, prepared, change.path);
    if (change.action === 'switch') await makeCurrent(request, run, prepared);
    if (change.action === 'write') await makeFollowed(request, run);
    if (change.action === 'delete') tidy &&= await tidied(run, prepared, () => removeGarbage(run, change));
  }
  const { sentBytes, seconds } = uploading.sent;
  if (tidy) {
    const sent = sentBytes === 0 ? {} : { bytes: sentBytes, seconds };
    const entry = { event: eventOf(plan.changes), release: wanted.id, ...sent } as const;
    await tidied(run, prepared, () => note(run, entry));
  }
  const { warnings } = run;
  return { plan, changed: true, pointer: currentOf(run), uploadedBytes: sentBytes, seconds, warnings };
}

async function upload(
  { files }: DeployRequest,
  uploading: Uploading,
  { wanted }: PreparedDeploy,
  path: string,
): Promise<void> {
  if (path === releasePath(wanted.id)) return unpackRelease(uploading, wanted, files);
  const set = wanted.assets.find((each) => each.path === path);
  if (set !== undefined) await uploadAssets(uploading, set);
}

async function makeCurrent(request: DeployRequest, run: Run, { survey, state, wanted }: PreparedDeploy) {
  const { check } = request;
  const { tools } = run;
  const manifest = `${releasePath(wanted.id)}/${manifestName}`;
  if (check !== undefined) {
    // Another version of this program may have written it: what counts is that machines get what lies there.
    const text = await attempt(tools, () => tools.storage.read(manifest));
    await checkServed(check, tools, wanted.id, sha256(text ?? ''));
  }
  const whole = wholeReleases(state.folders);
  const isWhole = (release: Digest) => release === wanted.id || whole(release);
  await switchPointer(run, { slots: survey.slots, isWhole, release: wanted.id, check });
}

/** What a switch writes beside the pointer is not written again. */
async function makeFollowed({ check }: DeployRequest, run: Run): Promise<void> {
  if (!run.standing.hasSwitched) await followPointer(run, currentOf(run), check);
}

/**
 * Does what follows when machines are served as they should be. Answers whether that went well: where not, there is a warning, and the next
 * run does it.
 */
async function tidied(run: Run, { wanted }: PreparedDeploy, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const { tools, standing, warnings } = run;
    if (tools.signal?.aborted === true || standing.pointer?.release !== wanted.id) throw error;
    const why = error instanceof Error ? error.message : String(error);
    warnings.push(`the release is served, but not all was tidied up: ${why}`);
    return false;
  }
}

function eventOf(changes: readonly PlannedChange[]) {
  return changes.some(({ action }) => action !== 'keep' && action !== 'delete') ? 'deployed' : 'collected';
}

function currentOf({ standing: { pointer } }: Run): Pointer {
  if (pointer === undefined) throw new Failure('world', 'the plan switched to nothing');
  return pointer;
}
