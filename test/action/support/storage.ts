import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from './workspace.ts';

const version = '44.20260707.3.1';

/**
 * Gives the inventory images that are small enough to deploy in a test, puts them into the workspace's folder `images`, and makes the
 * folder `stick` beside the workspace to deploy to.
 *
 * @param bytes size of the rootfs
 */
export function smallImages(workspace: Workspace, bytes = 100): void {
  const folder = join(workspace.folder, 'images/coreos', version, 'x86_64');
  mkdirSync(folder, { recursive: true });
  const files = ['kernel', 'initramfs', 'rootfs'].map((part, index) => {
    const name = `fedora-coreos-${version}-live-${part}.x86_64`;
    closeSync(openSync(join(folder, name), 'w'));
    truncateSync(join(folder, name), part === 'rootfs' ? bytes : index + 1);
    const sha256 = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    return `    ${part}: { url: https://images.example.org/${name}, sha256: ${sha256} }\n`;
  });
  const entry = `  - stream: stable\n    version: ${version}\n    architecture: x86_64\n${files.join('')}`;
  mkdirSync(join(workspace.folder, '../stick'));
  workspace.write('inventory/images.lock.yaml', `coreos:\n${entry}`);
}

/** Every path below a folder, in order; none when it is not there. */
export function pathsBelow(folder: string): string[] {
  try {
    return (readdirSync(folder, { recursive: true }) as string[]).sort();
  } catch {
    return [];
  }
}
