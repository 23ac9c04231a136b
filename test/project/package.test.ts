import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { notesOf, releaseProblems } from '../../scripts/release.ts';
import { read, root } from './project.ts';

/** Paths of all files below a folder of the project. */
function below(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

test('the package has what a run needs, and nothing else', () => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const [packed] = JSON.parse(stdout) as { files: { path: string; mode: number }[] }[];
  const wanted = [
    ...['LICENSE', 'README.md', 'action.yml', 'package.json'],
    ...['dist', 'schemas', 'inventory'].flatMap(below),
  ];
  expect(packed?.files.map(({ path }) => path).sort()).toEqual(wanted.sort());
  expect(packed?.files.find(({ path }) => path === 'dist/cli.js')?.mode).toBe(0o755);
});

test('a version is released once, and when everything says so', () => {
  const given = { manifest: '{"version":"1.2.3"}', changelog: read('CHANGELOG.md'), tags: ['v1.2.2'] };
  const changelog = '# Changes\n\n## 1.2.3 (2026-11-23)\n\n- One.\n\n## 1.2.2\n\n- Two.\n';
  expect(releaseProblems('1.2.3', { ...given, changelog })).toEqual([]);
  expect(releaseProblems('1.2.3', given)).toEqual(['CHANGELOG.md says nothing of it']);
  expect(releaseProblems('1.2.2', { ...given, changelog })).toEqual([
    'package.json says 1.2.3',
    'v1.2.2 was released already, and is never moved',
  ]);
  expect(releaseProblems('1.2.3; rm', { ...given, changelog })).toEqual([
    'the version has not the form 1.2.3',
  ]);
  expect(notesOf(changelog, '1.2.3')).toBe('- One.');
  expect(notesOf(changelog, '1.2')).toBeUndefined();
});
