import { attempt } from '../../deploy/run/attempt.ts';
import { readStorage } from '../../deploy/run/readStorage.ts';
import { manifestPath } from '../../release/manifest.ts';
import { parseManifest } from '../../release/parse.ts';
import { type Armed, readArmed } from '../../render/ipxe/armed.ts';
import { hexhyp } from '../../render/ipxe/identify.ts';
import { armedPath, servedFolders } from '../../shared/storageLayout.ts';
import type { FilesRun } from './eachGate.ts';

/** A script that arms a machine. */
export interface ArmedFile {
  readonly path: string;
  readonly mac: string;
  readonly armed: Armed;
  /** Whether the release that it holds for is the one that machines boot. */
  readonly holds: boolean;
}

/**
 * The scripts on a storage that arm machines: those of the inventory's nodes, and of the nodes of the releases that are current and previous.
 * No other machine gets to such a script.
 */
export async function armedFiles({
  opened,
  place,
  tools,
}: Pick<FilesRun, 'opened' | 'place' | 'tools'>): Promise<ArmedFile[]> {
  const { survey, state } = await readStorage(tools, place.settings);
  const deployed = [...survey.manifests.values()].flatMap(
    (text) => parseManifest(text, manifestPath).value?.nodes ?? [],
  );
  const firstMacs = [...(opened.inventory?.site.nodes ?? []), ...deployed].flatMap(({ macs }) =>
    macs.slice(0, 1),
  );
  const found: ArmedFile[] = [];
  const candidates = new Map(firstMacs.map((mac) => [armedPath(hexhyp(mac)), mac]));
  for (const path of await present([...candidates.keys()], tools)) {
    const text = await attempt(tools, () => tools.storage.read(path));
    const [mac, armed] = [candidates.get(path), readArmed(text ?? '')];
    if (mac === undefined || armed === undefined) continue;
    found.push({ path, mac, armed, holds: armed.release === state.bootFile?.release });
  }
  return found;
}

async function present(paths: readonly string[], tools: FilesRun['tools']): Promise<string[]> {
  const folder = servedFolders.tftp;
  const names = paths.map((path) => path.slice(folder.length + 1));
  const sizes = await attempt(tools, () => tools.storage.sizes(folder, names));
  return [...sizes.keys()].map((name) => `${folder}/${name}`).sort();
}
