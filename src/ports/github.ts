import type { Digest } from '../shared/digest.ts';

/** What GitHub knows of a repository, as far as a workflow's token may ask. All of it throws a Failure: `refused` where the token may not do it. */
export interface Github {
  /**
   * Makes the one comment with a marker on a pull request what it should be. Only comments of the token's own account count; of several,
   * the oldest stays.
   */
  comment(pullRequest: number, note: MarkedText): Promise<CommentOutcome>;
  /** Opens the one open issue with a marker, or makes it what it should be; of several, the oldest stays, and the others are closed. */
  keepIssue(issue: MarkedIssue): Promise<KeptIssue>;
  /** Closes what {@link keepIssue} opened, with a last text; undefined where there is none. */
  closeIssue(issue: MarkedIssue): Promise<KeptIssue | undefined>;
  /** The Sigstore bundles of attestations of something, as JSON; none where nobody attested it. Neither of them is verified. */
  attestations(digest: Digest): Promise<readonly unknown[]>;
}

/** A text in Markdown that is found again by its first line. */
export interface MarkedText {
  /** An HTML comment of one line: nobody sees it. */
  readonly marker: string;
  /** At most {@link longestBody} characters with the marker and a line end. */
  readonly text: string;
}

export interface MarkedIssue extends MarkedText {
  readonly title: string;
}

export type CommentOutcome = 'made' | 'updated' | 'unchanged';

export interface KeptIssue {
  readonly number: number;
  readonly outcome: 'opened' | 'updated' | 'unchanged' | 'closed';
}

/** Characters that the text of a comment or an issue may have. */
export const longestBody = 65_536;
