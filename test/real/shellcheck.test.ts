import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { requireTool } from '../tools/tools.ts';
import { type Contents, textOf } from './dataUrl.ts';
import { configurations } from './releases.ts';

const root = resolve(import.meta.dirname, '../..');

/** A shell script, and where it stands. */
interface Script {
  readonly title: string;
  readonly text: string;
}

describe('shellcheck finds nothing in', () => {
  test.for([...ownScripts(), ...renderedScripts()])('$title', ({ text }, context) => {
    const args = ['--norc', '--severity=style', '--format=gcc', '-'];
    const { stdout, stderr } = spawnSync(requireTool('shellcheck', context), args, {
      input: text,
      encoding: 'utf8',
    });
    expect(stdout + stderr).toBe('');
  });
});

test('the scripts of the first boot are among them', () => {
  const titles = renderedScripts().map(({ title }) => title);
  expect(titles.some((title) => title.startsWith('/usr/local/bin/pilotlight-k3s-install '))).toBe(true);
  expect(titles.some((title) => title.startsWith('/usr/local/bin/report '))).toBe(true);
});

/** Parts of programs: what they become is checked where it is put together, in test/adapters and test/router/gate. */
const parts = /^src\/(adapters\/.*|router\/gate)\/scripts\//;

/** What Git knows and what is a script by its name, or by its first line. */
function ownScripts(): Script[] {
  const { stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  const paths = stdout.split('\0').filter((path) => /(^|\/)[^./]+$|\.sh$/.test(path) && !parts.test(path));
  return paths.map((path) => ({ title: path, text: readFileSync(join(root, path), 'utf8') })).filter(isShell);
}

/** The scripts inside of golden releases, each text once, by where it is found first. */
function renderedScripts(): Script[] {
  const byText = new Map<string, Script>();
  for (const { title, ignition } of configurations) {
    for (const { path, text } of filesOf(ignition)) {
      if (!byText.has(text)) byText.set(text, { title: `${path} of ${title}`, text });
    }
  }
  return [...byText.values()].filter(isShell);
}

function isShell({ text }: Script): boolean {
  return /^#!.*\b(sh|bash|dash)\b/.test(text);
}

/** The files of an Ignition configuration, read from their `data:` URLs. */
function filesOf(ignition: string): { readonly path: string; readonly text: string }[] {
  const { storage } = JSON.parse(ignition) as {
    storage?: { files?: { path: string; contents?: Contents }[] };
  };
  return (storage?.files ?? []).map(({ path, contents }) => ({
    path,
    text: contents === undefined ? '' : textOf(contents),
  }));
}
