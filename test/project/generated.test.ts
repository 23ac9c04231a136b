import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { requireTool } from '../tools/tools.ts';
import { contentsOf, copyFiles, differing, projectFiles, root } from './project.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pilotlight-generated-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('everything generated is what npm run generate makes', (context) => {
  requireTool('git', context);
  const paths = projectFiles().filter((path) => !path.startsWith('dist/') && !path.startsWith('translator/'));
  copyFiles(paths, folder);
  const before = contentsOf(folder);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const { status, stderr } = spawnSync(process.execPath, ['scripts/generate.ts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  rmSync(join(folder, 'node_modules'));
  // The validators name the folders of the packages in them, which are elsewhere here; test/schemas compares them.
  const changed = differing(before, contentsOf(folder)).filter(
    (path) => path !== 'src/generated/validators.js',
  );
  expect(changed, 'these are behind: run npm run generate').toEqual([]);
});
