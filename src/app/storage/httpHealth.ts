import { bootFileText } from '../../deploy/bootFile.ts';
import type { BootFile, Pointer } from '../../deploy/plan/state.ts';
import type { HttpCheck } from '../../deploy/run/tools.ts';
import type { HttpResponse } from '../../ports/http.ts';
import type { Survey } from '../../ports/storage.ts';
import { bootFilePath, releasesFolder, slotPaths } from '../../shared/storageLayout.ts';

/** What keeps a machine from booting the current release over HTTP, in words; undefined when nothing does. */
export async function servingProblem(
  { http, url }: HttpCheck,
  { pointer, bootFile }: { readonly pointer: Pointer; readonly bootFile: BootFile | undefined },
  { manifests, slots }: Pick<Survey, 'manifests' | 'slots'>,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const expected: [string, string | undefined][] = [
    [`${releasesFolder}/${pointer.release}/manifest.json`, manifests.get(pointer.release)],
    ...slotPaths.map((path, slot): [string, string | undefined] => [path, slots[slot]]),
    // One that is behind the pointer is told of anyway.
    [bootFilePath, bootFile?.release === pointer.release ? bootFileText(pointer.release) : undefined],
  ];
  for (const [path, text] of expected) {
    if (text === undefined) continue;
    const response = await http.get(`${url}/${path}`, signal === undefined ? {} : { signal });
    const problem = problemOf(response, text);
    if (problem !== undefined) return `${url}/${path} ${problem}`;
  }
  return undefined;
}

function problemOf({ status, bytes, problem }: HttpResponse, text: string): string | undefined {
  if (status === 0) return `is not served: ${problem ?? 'nothing answers'}`;
  if (status !== 200) return `is not served: HTTP ${status}`;
  return Buffer.from(text).equals(bytes) ? undefined : 'is served with other bytes than lie on the storage';
}
