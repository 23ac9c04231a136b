import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const { INPUT_NAME, INPUT_PATTERN, INPUT_PATH, STAND_IN_ROOT } = process.env;
const wantedId = process.env['INPUT_ARTIFACT-IDS'];
const client = pathToFileURL(join(STAND_IN_ROOT, 'node_modules/@actions/artifact/lib/artifact.js')).href;
const { default: store } = await import(client);
const { artifacts } = await store.listArtifacts({ latest: true });
const prefix = INPUT_PATTERN?.replace(/\*$/, '');
const wanted = artifacts.filter(({ name, id }) => {
  if (prefix) return name.startsWith(prefix);
  return wantedId ? String(id) === wantedId : name === INPUT_NAME;
});
if (wanted.length === 0 && !prefix) throw new Error(`no artifact ${INPUT_NAME || wantedId}`);
for (const { name, id } of wanted) {
  const path = resolve(prefix ? join(INPUT_PATH, name) : INPUT_PATH);
  await store.downloadArtifact(id, { path });
}
