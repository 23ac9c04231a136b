import type { DrainChoices } from './plan.ts';

/** What somebody asks for. */
export interface ReimageRequest {
  /** FQDNs, each once, with why each was chosen: `asked for`, `runs another generation`. */
  readonly nodes: ReadonlyMap<string, string>;
  /** Founds a new cluster on the one node asked for. */
  readonly bootstrap: boolean;
  /** Whether nodes that do not answer may be given up. */
  readonly replaceDead: boolean;
  readonly agentsAtATime: number;
  readonly drain: DrainChoices;
}
