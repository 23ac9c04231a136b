import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { requireTool, type Skipping } from '../tools/tools.ts';

/** A folder that Ignition installed a configuration into, as the root of a new system. */
export interface InstalledRoot {
  readonly folder: string;
  remove(): void;
}

/** What Ignition finds in the root of Fedora CoreOS and needs: accounts, groups, and SELinux with nothing to label. */
const image: Readonly<Record<string, string>> = {
  'etc/passwd': 'root:x:0:0:root:/root:/bin/sh\n',
  'etc/group': 'root:x:0:\nadm:x:4:\nwheel:x:10:\nsystemd-journal:x:190:\n',
  'etc/shadow': 'root:*:0:0:99999:7:::\n',
  'etc/gshadow': 'root:::\n',
  'etc/selinux/config': 'SELINUXTYPE=targeted\n',
  'etc/selinux/targeted/contexts/files/file_contexts': '',
};

/**
 * Applies a configuration with the real Ignition: its stages `fetch` and `files`, which need no machine, but root.
 *
 * @param prepare lays out more of the image in the folder
 */
export function install(
  ignition: string,
  context: Skipping,
  prepare: (folder: string) => void = () => {},
): InstalledRoot {
  const program = requireTool('ignition', context);
  requireRoot(context);
  const work = mkdtempSync(join(tmpdir(), 'pilotlight-ignition-'));
  // Ignition writes keys as their owner, who has to get here.
  chmodSync(work, 0o755);
  const folder = join(work, 'root');
  prepare(folder);
  for (const [path, text] of Object.entries(image)) write(join(folder, path), text);
  write(join(work, 'config.ign'), ignition);
  // The one that labels files has nothing to do here, and no machine but CoreOS has it.
  write(join(work, 'bin/setfiles'), '#!/bin/sh\nexit 0\n', 0o755);
  const remove = (): void => rmSync(work, { recursive: true, force: true });
  for (const stage of ['fetch', 'files']) {
    const { status, stdout, stderr } = spawnSync(
      program,
      [
        ...['--log-to-stdout', '--platform', 'file', '--stage', stage, '--root', folder],
        ...['--config-cache', join(work, 'cache.json'), '--state-file', join(work, 'state')],
        ...['--neednet', join(work, 'neednet')],
      ],
      {
        encoding: 'utf8',
        env: {
          PATH: `${join(work, 'bin')}:${process.env.PATH}`,
          IGNITION_CONFIG_FILE: join(work, 'config.ign'),
        },
      },
    );
    if (status === 0) continue;
    remove();
    throw new Error(`ignition --stage ${stage} ended with ${status}:\n${critical(stdout + stderr)}`);
  }
  return { folder, remove };
}

/** Ignition makes owners and accounts. Elsewhere than under CI a test that needs root is skipped, by name. */
function requireRoot(context: Skipping): void {
  if (process.getuid?.() === 0) return;
  if (process.env.CI === 'true') throw new Error('needs root');
  context.skip('needs root');
}

/** What Ignition's log says of a failure, without the configuration that it prints as well. */
function critical(log: string): string {
  return log
    .split('\n')
    .filter((line) => line.startsWith('CRITICAL'))
    .join('\n');
}

function write(file: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, mode);
}
