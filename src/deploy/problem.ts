/** Why a run cannot go on, and what to do about it: a sentence each. */
export interface Problem {
  readonly message: string;
  readonly next: string;
}
