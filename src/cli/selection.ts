import type { Command } from 'commander';
import type { Selection } from '../app/sites.ts';

/** The inventory and site that the global options name. */
export function selectionOf(program: Command): Selection {
  const { inventory, site } = program.opts<{ inventory: string; site?: string }>();
  return { folder: inventory, site };
}
