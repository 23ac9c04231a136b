import { findTool } from './find.ts';
import type { ToolName } from './programs.ts';

export { findTool };

/** What is needed of vitest's test context: ends the test as skipped. */
export interface Skipping {
  skip(note?: string): never;
}

/**
 * The path of a program that a test drives; scripts/test-tools.ts installs them. Where it is missing the test is skipped, by
 * name; under CI (`CI=true`) it fails, so that nothing is skipped silently.
 */
export function requireTool(name: ToolName, context: Skipping): string {
  const path = findTool(name);
  if (path !== undefined) return path;
  if (process.env.CI === 'true') throw new Error(`needs ${name}: run node scripts/test-tools.ts`);
  return context.skip(`needs ${name}`);
}
