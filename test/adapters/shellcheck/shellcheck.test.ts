import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shellcheck } from '../../../src/adapters/shellcheck/shellcheck.ts';
import { requireTool } from '../../tools/tools.ts';

const broken = { id: 'broken', shell: 'sh' as const, text: '#!/bin/sh\nif true; then\n' };
const sloppy = { id: 'sloppy', shell: 'sh' as const, text: '#!/bin/sh\ncd "$1"\nrm -r "$2"\n' };
const fine = { id: 'fine', shell: 'bash' as const, text: '#!/bin/bash\n[[ -e /etc ]] && echo yes\n' };

describe('the real shellcheck', () => {
  test('comments on several scripts, each under its id', async (context) => {
    const searchPath = dirname(requireTool('shellcheck', context));
    const checker = shellcheck({ searchPath });
    expect(await checker.version()).toContain(searchPath);
    const comments = await checker.check([broken, sloppy, fine, fine]);
    expect([...comments.keys()].sort()).toEqual(['broken', 'fine', 'sloppy']);
    expect(comments.get('broken')?.some((each) => each.level === 'error')).toBe(true);
    expect(comments.get('sloppy')).toContainEqual(
      expect.objectContaining({ code: 2164, level: 'warning', line: 2 }),
    );
    expect(comments.get('fine')).toEqual([]);
  });
});

describe('a program that is not what it should be', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pilotlight-shellcheck-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const pretend = (text: string) => writeFile(join(folder, 'shellcheck'), text, { mode: 0o755 });

  test('missing: no version, no comments', async () => {
    const checker = shellcheck({ searchPath: folder });
    expect(await checker.version()).toBeUndefined();
    expect(await checker.check([fine])).toEqual(new Map());
  });

  test('a relative folder of the search path is never used', async () => {
    expect(await shellcheck({ searchPath: '.:bin:' }).version()).toBeUndefined();
  });

  test.each([
    '#!/bin/sh\nexit 4\n',
    '#!/bin/sh\necho nonsense\n',
    '#!/bin/sh\nkill -9 $$\n',
    'not a program',
  ])('%j: no entry', async (text) => {
    await pretend(text);
    expect(await shellcheck({ searchPath: folder }).check([fine])).toEqual(new Map());
  });

  test('hanging: it is ended after the time limit', async () => {
    await pretend('#!/bin/sh\nexec tail -f /dev/null\n');
    expect(await shellcheck({ searchPath: folder, timeLimitMs: 200 }).check([fine])).toEqual(new Map());
  });

  test('a large script that is not read to its end breaks nothing', async () => {
    await pretend('#!/bin/sh\necho \'{"comments":[]}\'\n');
    const large = { ...fine, text: '# filler\n'.repeat(200_000) };
    expect(await shellcheck({ searchPath: folder }).check([large])).toEqual(new Map([['fine', []]]));
  });
});
