import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findingsPages, ranges } from '../../scripts/findings-pages.ts';
import { type Code, catalogue } from '../../src/shared/catalogue.ts';

const script = resolve(import.meta.dirname, '../../scripts/generate-findings-docs.ts');
const folder = mkdtempSync(join(tmpdir(), 'pilotlight-docs-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the catalogue', () => {
  const entries = Object.entries(catalogue);

  test.each(entries)('%s has a title, a reason and a way to mend it', (code, { title, why, mend }) => {
    expect(code).toMatch(/^PL\d{4}$/);
    expect(ranges.some(({ prefix }) => code.startsWith(prefix))).toBe(true);
    expect(title).toMatch(/^[^\n]{3,80}[^.\s]$/);
    expect(why).toMatch(/^\S.{20,}[.!?)`]$/s);
    expect(mend).toMatch(/^\S.{10,}[.!?)`]$/s);
  });
});

describe('the pages of findings', () => {
  const pages = findingsPages();

  test('are one a code and an index that names each', () => {
    expect([...pages.keys()].sort()).toEqual(
      ['findings.md', ...Object.keys(catalogue).map((code) => `findings/${code}.md`)].sort(),
    );
    for (const code of Object.keys(catalogue))
      expect(pages.get('findings.md')).toContain(`(findings/${code}.md)`);
  });

  test('say how to silence what may be silenced, and only that', () => {
    for (const [code, entry] of Object.entries(catalogue)) {
      const configurable = 'configurable' in entry && entry.configurable === true;
      expect(pages.get(`findings/${code}.md`)?.includes(`  ${code}: off`)).toBe(configurable);
    }
  });

  test('are written, checked, and removed with their code', () => {
    execFileSync(process.execPath, [script, '--out', folder]);
    const check = () =>
      spawnSync(process.execPath, [script, '--out', folder, '--check'], { encoding: 'utf8' });
    expect(check().status).toBe(0);
    const [code] = Object.keys(catalogue) as Code[];
    writeFileSync(join(folder, `findings/${code}.md`), 'edited');
    writeFileSync(join(folder, 'findings/PL9999.md'), 'gone');
    const { status, stderr } = check();
    expect(status).toBe(1);
    expect(stderr).toContain(`findings/${code}.md is not what the catalogue says`);
    expect(stderr).toContain('findings/PL9999.md is not what the catalogue says');
    execFileSync(process.execPath, [script, '--out', folder]);
    expect(check().status).toBe(0);
    expect(readFileSync(join(folder, `findings/${code}.md`), 'utf8')).toBe(pages.get(`findings/${code}.md`));
  });
});
