import { attempt } from '../../deploy/run/attempt.ts';
import { type Manifest, manifestPath } from '../../release/manifest.ts';
import { parseManifest } from '../../release/parse.ts';
import type { OpenReimage } from './openSite.ts';

/** The manifest of the release before the current one: it may still have what was removed. Undefined where it is gone, or cannot be read. */
export async function earlierRelease({
  before,
  tools,
}: Pick<OpenReimage, 'before' | 'tools'>): Promise<Manifest | undefined> {
  const id = before.state.pointer?.previous;
  if (id === undefined) return undefined;
  const text = await attempt(tools, () => tools.storage.read(`releases/${id}/${manifestPath}`));
  return text === undefined ? undefined : parseManifest(text, manifestPath).value;
}
