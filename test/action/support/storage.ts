import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Workspace } from './workspace.ts';

const version = '44.20260707.3.1';
const k3s = 'v1.34.1+k3s1';

/**
 * Gives the inventory images that are small enough to deploy in a test, puts them where the action looks for them, and makes the folder
 * `stick` beside the workspace to deploy to.
 *
 * @param bytes size of the rootfs
 */
export function smallImages(workspace: Workspace, bytes = 100): void {
  const pin = (path: string, length: number): string => {
    const file = join(workspace.around, 'runner/.cache/pilotlight/files', path);
    mkdirSync(dirname(file), { recursive: true });
    closeSync(openSync(file, 'w'));
    truncateSync(file, length);
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    return `{ url: https://images.example.org/${basename(path)}, sha256: ${sha256} }`;
  };
  const files = ['kernel', 'initramfs', 'rootfs'].map((part, index) => {
    const path = `images/coreos/${version}/x86_64/fedora-coreos-${version}-live-${part}.x86_64`;
    return `    ${part}: ${pin(path, part === 'rootfs' ? bytes : index + 1)}\n`;
  });
  const names = {
    binary: 'k3s',
    airgapImages: 'k3s-airgap-images-amd64.tar.zst',
    installScript: 'install.sh',
  };
  const k3sFiles = Object.entries(names).map(
    ([part, name], index) => `    ${part}: ${pin(`k3s/${k3s}/${name}`, index + 3)}\n`,
  );
  const entry = `  - stream: stable\n    version: ${version}\n    architecture: x86_64\n${files.join('')}`;
  mkdirSync(join(workspace.folder, '../stick'));
  const k3sEntry = `  - version: ${k3s}\n    architecture: x86_64\n${k3sFiles.join('')}`;
  workspace.write('inventory/images.lock.yaml', `coreos:\n${entry}k3s:\n${k3sEntry}`);
}

/** Every path below a folder, in order; none when it is not there. */
export function pathsBelow(folder: string): string[] {
  try {
    return (readdirSync(folder, { recursive: true }) as string[]).sort();
  } catch {
    return [];
  }
}
