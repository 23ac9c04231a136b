import type { Code } from '../shared/catalogue.ts';
import { compareText, type Finding } from '../shared/finding.ts';

/** Findings that are shown, and how many more of each code are not. */
export interface Grouped {
  readonly shown: readonly Finding[];
  /** By code. */
  readonly left: readonly Remainder[];
}

/** The findings of one code that are not shown. */
export interface Remainder {
  readonly code: Code;
  readonly count: number;
  /** How many files they are in. */
  readonly files: number;
}

/**
 * Keeps the first findings of each code, so that one mistake repeated in a hundred files does not hide all others.
 * One finding over the limit is shown, since the line that counts it would be no shorter.
 */
export function groupFindings(findings: readonly Finding[], limit: number): Grouped {
  const byCode = new Map<Code, Finding[]>();
  for (const finding of findings) {
    const others = byCode.get(finding.code);
    if (others === undefined) byCode.set(finding.code, [finding]);
    else others.push(finding);
  }
  const hidden = new Set<Finding>();
  const left: Remainder[] = [];
  for (const [code, ofCode] of byCode) {
    if (ofCode.length <= limit + 1) continue;
    const rest = ofCode.slice(limit);
    for (const each of rest) hidden.add(each);
    left.push({ code, count: rest.length, files: new Set(rest.map(({ place }) => place.file)).size });
  }
  return {
    shown: findings.filter((finding) => !hidden.has(finding)),
    left: left.sort((a, b) => compareText(a.code, b.code)),
  };
}
