import { findTool } from '../../tools/find.ts';
import type { ToolName } from '../../tools/programs.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';

const tools: readonly ToolName[] = [
  'dropbear',
  'dropbearkey',
  'ssh-keygen',
  'router-busybox',
  'mke2fs',
  'nsenter',
  'ip',
];

/** Ends a test as skipped, by name, where no router can be made: this is not root, or a program is missing. Under CI it fails. */
export function requireRouter(context: Skipping): void {
  for (const tool of tools) requireTool(tool, context);
  if (process.getuid?.() === 0) return;
  if (process.env.CI === 'true')
    throw new Error('needs root: a router is made of namespaces and a mounted image');
  context.skip('needs root');
}

/** A program that {@link requireRouter} asked for. */
export function labTool(name: ToolName): string {
  const path = findTool(name);
  if (path === undefined) throw new Error(`needs ${name}: run node scripts/test-tools.ts`);
  return path;
}
