import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const reader = fileURLToPath(new URL('../../../src/adapters/files/readSources.ts', import.meta.url));

/** Reads a folder as somebody who is not root, to whom permissions mean something. */
const program = `
  const { readSources } = await import(${JSON.stringify(reader)});
  if (process.getuid() === 0) process.setuid(65534);
  const [site] = await readSources(process.argv[1]);
  console.log(JSON.stringify([[...site.files.keys()], site.findings.map(({ code, message }) => code + ' ' + message)]));
`;

test('PL1024: files and folders that may not be read, and the rest is read', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'pilotlight-unreadable-'));
  try {
    chmodSync(root, 0o755);
    mkdirSync(`${root}/files`);
    writeFileSync(`${root}/site.yaml`, 'domain: a.b\n');
    writeFileSync(`${root}/locked.yaml`, 'x\n');
    chmodSync(`${root}/locked.yaml`, 0);
    chmodSync(`${root}/files`, 0);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--experimental-strip-types', '--no-warnings', '--input-type=module', '--eval', program, root],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([
      ['site.yaml'],
      [
        'PL1024 the folder cannot be read: permission denied',
        'PL1024 the file cannot be read: permission denied',
      ],
    ]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
