import type { Finding } from '../shared/finding.ts';
import { compareFindings } from '../shared/finding.ts';

/** GitHub shows that many errors and that many warnings of a step, and drops the rest without a word. */
const shownOfEach = 10;

/** The findings that are shown as annotations. */
export interface Annotations {
  readonly shown: readonly Finding[];
  /** How many others there are. */
  readonly left: number;
}

/**
 * Chooses the findings to annotate, errors first.
 *
 * @param reserved annotations that the step makes besides: the sentence that it ends with, and its notes
 */
export function chooseAnnotations(
  findings: readonly Finding[],
  reserved: Readonly<Record<Finding['severity'], number>>,
): Annotations {
  const sorted = findings.toSorted(compareFindings);
  const shown = (['error', 'warning'] as const).flatMap((severity) =>
    sorted
      .filter((finding) => finding.severity === severity)
      .slice(0, Math.max(0, shownOfEach - reserved[severity])),
  );
  return { shown, left: findings.length - shown.length };
}
