import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'vitest';
import type { LocalFile } from '../../../src/ports/translator.ts';
import { requireTool } from '../../tools/tools.ts';

/** Reads a Butane file that lies beside the tests. */
export function readCase(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8');
}

/** What the stock `butane --strict` writes to its standard output, or what it says when it fails. */
export function stockButane(context: TestContext, butane: string, files: readonly LocalFile[] = []): string {
  const program = requireTool('butane', context);
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-files-'));
  try {
    for (const { path, bytes, executable } of files) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, bytes);
      chmodSync(target, executable ? 0o755 : 0o644);
    }
    const options = { input: butane, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
    const { status, stdout, stderr } = spawnSync(program, ['--strict', '--files-dir', folder], options);
    return status === 0 ? stdout : stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A file to include. */
export function localFile(path: string, text: string, executable = false): LocalFile {
  return { path, bytes: Buffer.from(text), executable };
}
