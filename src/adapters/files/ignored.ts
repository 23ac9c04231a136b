/** Folders whose hidden files mean nothing: what stands in them is read by its name. Elsewhere `trees:` may want `.bashrc`. */
const plainFolders = new Set(['', 'nodes', 'overlays', 'manifests']);

/** What editors, operating systems and version control leave behind, wherever it stands. */
const litter =
  /^(#.*#|\.#.*|\._.*|.*~|.*\.(bak|orig|rej|swp|swo)|\.git|\.hg|\.svn|\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** Whether a file or folder is not part of the inventory, by its path relative to the site's folder. */
export function isIgnored(relative: string): boolean {
  const slash = relative.lastIndexOf('/');
  const name = relative.slice(slash + 1);
  return (
    litter.test(name) || (name.startsWith('.') && plainFolders.has(relative.slice(0, Math.max(slash, 0))))
  );
}
