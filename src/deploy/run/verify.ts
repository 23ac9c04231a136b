import type { Digest } from '../../shared/digest.ts';
import type { FileRecord } from '../../shared/fileTree.ts';
import type { StoredFolder } from '../plan/state.ts';
import { attempt } from './attempt.ts';
import { explained } from './explain.ts';
import { Meter } from './meter.ts';
import { noteDone } from './note.ts';
import { refuseProblems } from './problems.ts';
import { look, readStorage } from './readStorage.ts';
import { readUnderLock } from './readUnderLock.ts';
import { type RunRequest, underLock } from './run.ts';
import type { RunTools } from './tools.ts';
import { verifyFolder } from './verifyFolder.ts';

export interface VerifyRequest extends RunRequest {
  /** The files that a release's manifest names; undefined where the text is not the manifest of that release. */
  manifestOf(text: string, release: Digest): readonly FileRecord[] | undefined;
}

export interface Verified {
  readonly checked: readonly { readonly path: string; readonly files: number; readonly bytes: number }[];
  readonly damaged: readonly { readonly path: string; readonly files: readonly string[] }[];
  readonly warnings: readonly string[];
}

/**
 * Hashes every file of every release and image set that is sealed. Reads without the lock; what is damaged is looked at again under it, and
 * loses its seal, so that nobody points to it any more and the next deploy mends it.
 */
export async function verifyStorage(request: VerifyRequest, tools: RunTools): Promise<Verified> {
  const { settings } = request;
  const first = await readStorage(tools, settings);
  const { checked, damaged } = await explained(first.state, tools, settings, async () => {
    const sealed = first.state.folders.filter(({ seal }) => seal !== undefined);
    const verified = await verifyFolders(sealed, request, tools);
    if (verified.damaged.length > 0) refuseProblems(first.problems);
    return verified;
  });
  if (damaged.length === 0) return { checked, damaged, warnings: [] };
  const suspects = new Set(damaged.map(({ path }) => path));
  return underLock(request, tools, first, async (run) => {
    const { state } = await readUnderLock(run, () => look(tools, settings));
    // A deploy may have mended or removed it meanwhile.
    const still = state.folders.filter(({ path, seal }) => seal !== undefined && suspects.has(path));
    const again = await verifyFolders(still, request, tools);
    for (const { path } of again.damaged) {
      await attempt(tools, () => tools.storage.unseal(run.handle, path));
    }
    await noteDone(run, { event: 'verified' }, 'everything was verified');
    return { checked, damaged: again.damaged, warnings: run.warnings };
  });
}

async function verifyFolders(
  folders: readonly StoredFolder[],
  { manifestOf }: VerifyRequest,
  tools: RunTools,
): Promise<Omit<Verified, 'warnings'>> {
  const checked: { path: string; files: number; bytes: number }[] = [];
  const damaged: { path: string; files: readonly string[] }[] = [];
  const total = folders.reduce((sum, { seal }) => sum + (seal?.bytes ?? 0), 0);
  const meter = new Meter(tools, 'verify', total);
  for (const { path, seal } of folders) {
    if (seal === undefined) continue;
    const wrong = await verifyFolder(seal, manifestOf, tools, meter);
    checked.push({ path, files: seal.files, bytes: seal.bytes });
    if (wrong.length > 0) damaged.push({ path, files: wrong });
  }
  return { checked, damaged };
}
