/**
 * Writes docs/findings.md and docs/findings/<code>.md from the catalogue of findings, and removes pages of codes that
 * are gone. With `--check` it writes nothing, says what differs and ends with 1.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findingsPages } from './findings-pages.ts';

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, out: { type: 'string', default: 'docs' } },
});
const out = resolve(import.meta.dirname, '..', values.out);
const pages = findingsPages();

/** Paths of pages that are there, below the folder. */
function existingPages(): string[] {
  const folder = join(out, 'findings');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name.endsWith('.md')).map((name) => `findings/${name}`);
}

function currentText(path: string): string | undefined {
  const file = join(out, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const gone = existingPages().filter((path) => !pages.has(path));
const changed = [...pages].filter(([path, text]) => currentText(path) !== text);

if (values.check) {
  const stale = [...gone, ...changed.map(([path]) => path)].sort();
  for (const path of stale)
    console.error(`${values.out}/${path} is not what the catalogue says: npm run generate`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  mkdirSync(join(out, 'findings'), { recursive: true });
  for (const path of gone) rmSync(join(out, path));
  for (const [path, text] of changed) writeFileSync(join(out, path), text);
}
