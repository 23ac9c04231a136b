import { join } from 'node:path';
import type { ArtifactStore } from '../../ports/artifacts.ts';
import { explainSystemError, Failure } from '../../shared/failure.ts';

/** The artifacts of GitHub Actions. Its client is large, so that it is loaded on the first upload. */
export const githubArtifacts: ArtifactStore = {
  async upload({ name, folder, files, retentionDays }) {
    try {
      const { DefaultArtifactClient } = await import('@actions/artifact');
      const paths = files.map((file) => join(folder, file));
      const options = retentionDays === undefined ? {} : { retentionDays };
      const { id, digest } = await new DefaultArtifactClient().uploadArtifact(name, paths, folder, options);
      if (id === undefined) throw new Error('the service answered without an id');
      return { id, digest };
    } catch (error) {
      throw uploadFailure(error);
    }
  },
};

function uploadFailure(error: unknown): Failure {
  const reason = explainSystemError(error);
  return new Failure('world', `the artifact could not be uploaded: ${reason.split('\n', 1)[0] ?? reason}`, {
    next: nextStep(reason),
    cause: error,
  });
}

function nextStep(reason: string): string {
  if (/\b409\b|already exists/i.test(reason)) {
    return 'an artifact of this name is there already: give each step and each job of a matrix its own `artifact-name`';
  }
  if (/ACTIONS_(RUNTIME_TOKEN|RESULTS_URL)/.test(reason)) {
    return '`publish` uploads from a step of a workflow only: elsewhere run `pilotlight publish --out DIR`';
  }
  if (/GHES/.test(reason))
    return 'this server has no such artifacts: set `out`, and upload that folder another way';
  return 'run the job again; the release is whole in the folder of the output `path`';
}
