import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { version } from '../adapters/version.ts';
import { findingPages, home } from '../report/pages.ts';
import { sarifReport } from '../report/sarif.ts';
import { explainSystemError, Failure } from '../shared/failure.ts';
import type { Finding } from '../shared/finding.ts';

/** Writes the findings for code scanning. */
export function writeSarif(findings: readonly Finding[], file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, sarifReport(findings, { version, home, pages: findingPages }));
  } catch (error) {
    throw new Failure('world', `the SARIF file could not be written: ${explainSystemError(error)}`, {
      next: 'give `sarif-file` a path that can be written',
      cause: error,
    });
  }
}
