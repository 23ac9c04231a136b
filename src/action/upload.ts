import { githubArtifacts } from '../adapters/artifact/githubArtifacts.ts';
import type { World } from '../app/world.ts';
import { Failure } from '../shared/failure.ts';
import type { Event } from './event.ts';
import type { Inputs } from './inputs.ts';
import { fails, type Result } from './result.ts';

/** A release that was uploaded. */
export interface UploadedRelease {
  readonly name: string;
  readonly id: number;
  readonly digest: string | undefined;
  /** Page of the artifact. */
  readonly url: string | undefined;
}

/** What was uploaded before something went wrong, if it did. */
export interface Uploads {
  readonly uploads: readonly UploadedRelease[];
  readonly failure: Failure | undefined;
}

/**
 * Uploads the release of each site that is in order, as an artifact of its own. A failure is answered, not thrown, so
 * that everything else is told first.
 */
export async function uploadReleases(
  result: Result,
  inputs: Inputs,
  event: Event,
  world: World,
): Promise<Uploads> {
  const uploads: UploadedRelease[] = [];
  for (const site of result.sites) {
    if (site.folder === undefined || fails(site, inputs)) continue;
    const { folder } = site;
    const { retentionDays } = inputs;
    const name = result.sites.length > 1 ? `${inputs.artifactName}-${site.name}` : inputs.artifactName;
    try {
      const files = (await (await world.releases.open(folder))?.list()) ?? [];
      const { id, digest } = await githubArtifacts.upload({ name, folder, files, retentionDays });
      const url = event.run === undefined ? undefined : `${event.run}/artifacts/${id}`;
      uploads.push({ name, id, digest, url });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { uploads, failure: error };
    }
  }
  return { uploads, failure: undefined };
}
