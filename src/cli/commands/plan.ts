import type { Command } from 'commander';
import type { Context } from '../context.ts';
export function addPlan(_program: Command, _context: Context): void {}
