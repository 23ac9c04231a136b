import type { CachedFile, ImageCache } from '../ports/imageCache.ts';

/** Removes files that no lock names, and what runs left behind that did not end; answers them. */
export async function pruneFiles(
  cache: ImageCache,
  named: ReadonlySet<string>,
  { dryRun }: { readonly dryRun: boolean },
): Promise<{ readonly removed: readonly CachedFile[]; readonly kept: readonly CachedFile[] }> {
  const { files, abandoned } = await cache.list();
  const removed = [...files.filter(({ path }) => !named.has(path)), ...abandoned];
  if (!dryRun) for (const { path } of removed) await cache.remove(path);
  return { removed, kept: files.filter(({ path }) => named.has(path)) };
}
