/**
 * Writes the tables of inputs and outputs in docs/action.md from action.yml. With `--check` it writes nothing, says
 * when they differ and ends with 1.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withTables } from './action-tables.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const root = resolve(import.meta.dirname, '..');
const file = join(root, 'docs/action.md');
const page = readFileSync(file, 'utf8');
const made = withTables(page, readFileSync(join(root, 'action.yml'), 'utf8'));

if (values.check && page !== made) {
  console.error('docs/action.md is not what action.yml says: npm run generate');
  process.exitCode = 1;
} else if (!values.check && page !== made) {
  writeFileSync(file, made);
}
