import { verifyStorage } from '../deploy/run/verify.ts';
import type { World } from '../ports/world.ts';
import { manifestPath } from '../release/manifest.ts';
import { parseManifest } from '../release/parse.ts';
import type { VerificationReport } from '../report/verification.ts';
import type { Digest } from '../shared/digest.ts';
import type { FileRecord } from '../shared/fileTree.ts';
import type { Selection } from './sites.ts';
import { onEachSite } from './storage/eachSite.ts';
import type { StorageHooks, StorageOptions } from './storage/options.ts';

/** Hashes everything on the storage of each site again; what is damaged is taken out of use. */
export function verify(
  selection: Selection,
  options: StorageOptions,
  world: World,
  hooks: StorageHooks = {},
): Promise<VerificationReport[]> {
  return onEachSite('verify', { selection, options, world, hooks }, async ({ site, place, owner, tools }) => {
    const request = { settings: place.settings, owner, manifestOf };
    return { site, target: tools.storage.name, ...(await verifyStorage(request, tools)) };
  });
}

/** The files that a release's manifest names; undefined where the text is not the manifest of that release. */
function manifestOf(text: string, release: Digest): readonly FileRecord[] | undefined {
  const manifest = parseManifest(text, manifestPath).value;
  return manifest?.release.id === release ? manifest.files : undefined;
}
