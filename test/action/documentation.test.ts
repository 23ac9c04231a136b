import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withTables } from '../../scripts/action-tables.ts';
import { requireTool } from '../tools/tools.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');

describe('docs/action.md', () => {
  test('has the tables that action.yml makes', () => {
    expect(withTables(read('docs/action.md'), read('action.yml'))).toBe(read('docs/action.md'));
  });

  test('a table follows a change of action.yml', () => {
    const changed = read('action.yml').replace('Name of the site', 'Name | of the site');
    expect(withTables(read('docs/action.md'), changed)).toContain('| `site` | Name \\| of the site');
  });

  test('a page without the markers is refused', () => {
    expect(() => withTables('# Nothing\n', read('action.yml'))).toThrow('inputs:begin');
  });
});

test('the workflows of the page are sound', (context) => {
  const actionlint = requireTool('actionlint', context);
  const examples = [...read('docs/action.md').matchAll(/```yaml\n(name: .*?)```/gs)].map(([, text]) => text);
  expect(examples).toHaveLength(2);
  for (const input of examples)
    execFileSync(actionlint, ['-no-color', '-'], { input, stdio: ['pipe', 'pipe', 'pipe'] });
});
