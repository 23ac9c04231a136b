/** Most entries (files, folders and links) that are looked at in one inventory. */
export const maxEntries = 50_000;

/** Largest file in bytes. YAML has a smaller cap of its own. */
export const maxFileBytes = 16 * 1024 * 1024;

/** Most bytes of all files of a site. */
export const maxTotalBytes = 256 * 1024 * 1024;
