import type { AssetFile } from '../plan/wanted.ts';
import { attempt } from './attempt.ts';
import type { Uploading } from './uploading.ts';

/** Whether a big file on the storage has its hash. */
export async function verifyFile(
  { run: { tools }, verified }: Uploading,
  folder: string,
  name: string,
  { sha256, size = 0, name: subject }: AssetFile,
): Promise<boolean> {
  const item = verified.item(subject, size);
  const wrong = await attempt(tools, () => {
    item.at(0);
    const options = { ...(tools.signal === undefined ? {} : { signal: tools.signal }), onBytes: item.add };
    return tools.storage.mismatches(folder, new Map([[name, sha256]]), options);
  });
  if (wrong.length === 0) item.end();
  return wrong.length === 0;
}
