/**
 * Makes src/generated from schemas/: TypeScript types, and validators that need no compiler when they run.
 * Nothing here runs in a user's hands. The output depends on the schemas and the locked dependencies alone.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { schemaKinds } from './schema-code/kinds.ts';
import { typesOf } from './schema-code/types.ts';
import { validatorsOf } from './schema-code/validators.ts';

const root = new URL('../', import.meta.url);

/** Reads a schema file of schemas/. */
async function readSchema(name: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(new URL(`schemas/${name}`, root), 'utf8')) as Record<string, unknown>;
}

const names = ['node-settings.schema.json', ...schemaKinds.map((kind) => kind.schema)];
const schemas = new Map<string, Record<string, unknown>>();
for (const name of names) schemas.set(name, await readSchema(name));

await mkdir(new URL('src/generated/', root), { recursive: true });
for (const kind of schemaKinds) {
  await writeFile(new URL(`src/generated/${kind.file}.ts`, root), await typesOf(kind, schemas));
}
for (const [file, text] of await validatorsOf(schemaKinds, schemas)) {
  await writeFile(new URL(`src/generated/${file}`, root), text);
}
