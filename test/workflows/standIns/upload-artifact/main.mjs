import { appendFileSync, existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { GITHUB_OUTPUT, INPUT_NAME, INPUT_PATH, STAND_IN_ROOT } = process.env;
const client = pathToFileURL(join(STAND_IN_ROOT, 'node_modules/@actions/artifact/lib/artifact.js')).href;

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const files = filesIn(INPUT_PATH);
if (files.length === 0 && process.env['INPUT_IF-NO-FILES-FOUND'] === 'error') throw new Error('no files');
if (files.length > 0) {
  const { default: artifacts } = await import(client);
  const root = statSync(INPUT_PATH).isFile() ? dirname(INPUT_PATH) : INPUT_PATH;
  const { id } = await artifacts.uploadArtifact(INPUT_NAME, files, root);
  appendFileSync(GITHUB_OUTPUT, `artifact-id=${id}\n`);
}
