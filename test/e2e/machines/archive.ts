import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type ArchiveEntry, cpio } from '../../real/bootLab/cpio.ts';

/** A folder with all that is in it, as the archive that Linux unpacks as its first file system. It has a console. */
export function archiveOf(folder: string): Uint8Array {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const entries = paths.map((path): ArchiveEntry => {
    const { mode } = lstatSync(join(folder, path));
    const bytes = contentOf(join(folder, path));
    return { path, mode, ...(bytes === undefined ? {} : { bytes }) };
  });
  return cpio([...entries, { path: 'dev/console', mode: 0o020600, device: [5, 1] }]);
}

function contentOf(file: string): Uint8Array | undefined {
  const stat = lstatSync(file);
  if (stat.isSymbolicLink()) return Buffer.from(readlinkSync(file));
  return stat.isFile() ? readFileSync(file) : undefined;
}
