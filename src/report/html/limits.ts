/**
 * What a report shows at most of each kind, so that a site of a thousand nodes can be opened on a phone. Whatever is left out is counted where
 * it would be.
 */
export const limits = {
  /** Rows of the table of nodes. */
  nodes: 2000,
  /** Nodes whose settings are listed beside the table. */
  nodeDetails: 200,
  /** Findings of one code. */
  findingsOfCode: 50,
  findings: 1000,
  /** Nodes of a plan that are told of one by one. */
  changes: 500,
  /** Differences of files, and what they may come to in characters. */
  diffs: 50,
  diffCharacters: 200_000,
  reasons: 40,
  /** Nodes that a picture shows one by one. */
  pictured: 12,
  /** Bars of the time line of a reimage, and what each node tells. */
  runNodes: 200,
  toldRows: 100,
} as const;
