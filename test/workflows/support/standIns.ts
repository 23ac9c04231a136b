import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const folder = resolve(import.meta.dirname, '../standIns');

/** Which folder of `standIns` stands in for which action of others. */
const standIns: Readonly<Record<string, string>> = {
  'actions/checkout': 'checkout',
  'actions/upload-artifact': 'upload-artifact',
  'actions/download-artifact': 'download-artifact',
  'actions/setup-node': 'setup-node',
  'actions/attest-build-provenance': 'attest',
  'github/codeql-action': 'codeql-action',
};

/** Arguments that make act take a stand-in for each action of others, at the very commits that the workflows name. */
export function standInArguments(): string[] {
  const workflows = join(root, '.github/workflows');
  const used = readdirSync(workflows).flatMap((name) => {
    const text = readFileSync(join(workflows, name), 'utf8');
    return [...text.matchAll(/uses: ([\w-]+\/[\w-]+)(?:\/[\w-]+)?@([0-9a-f]{40}) /g)];
  });
  const pairs = new Set(used.map(([, repository = '', commit = '']) => `${repository}@${commit}`));
  return [...pairs].flatMap((pair) => {
    const name = standIns[pair.split('@')[0] ?? ''];
    return name === undefined ? [] : ['--local-repository', `${pair}=${join(folder, name)}`];
  });
}
