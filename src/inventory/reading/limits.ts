/** Largest YAML file that is read, in bytes. The largest sensible site.yaml is far below. */
export const maxBytes = 1024 * 1024;

/** Deepest nesting of lists and mappings. Configuration stays below 20; the parser's stack bears some thousands. */
export const maxDepth = 100;

/** Most aliases (`*name`) in a file, and most values that one of them may stand for in the end. */
export const maxAliases = 1000;

/** Most findings of one kind of check in one file: what comes after is mostly an echo of what comes before. */
export const maxFindingsOfFile = 50;

/** Most documents of a file that may hold several: more are no manifest that a person wrote. */
export const maxDocuments = 1000;
