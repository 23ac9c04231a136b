import { requireRouter } from '../../../router/lab/requireRouter.ts';
import type { ToolName } from '../../../tools/programs.ts';
import { requireTool, type Skipping } from '../../../tools/tools.ts';

const tools: readonly ToolName[] = ['control-plane', 'openssl', 'curl'];

/** Ends a test as skipped, by name, where no cluster can be made: this is not root, or a program is missing. Under CI it fails. */
export function requireCluster(context: Skipping): void {
  requireRouter(context);
  for (const tool of tools) requireTool(tool, context);
}

/** Whether {@link requireCluster} would let a test go on. */
export function canMakeCluster(): boolean {
  const no = (): never => {
    throw new Error('it cannot');
  };
  try {
    requireCluster({ skip: no });
    return true;
  } catch {
    return false;
  }
}
