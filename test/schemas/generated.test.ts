import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaKinds } from '../../scripts/schema-code/kinds.ts';
import { typesOf } from '../../scripts/schema-code/types.ts';
import { validatorsOf } from '../../scripts/schema-code/validators.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const names = ['node-settings.schema.json', ...schemaKinds.map((kind) => kind.schema)];
const schemas = new Map(
  names.map((name) => [name, JSON.parse(read(`schemas/${name}`)) as Record<string, unknown>]),
);

test.each(schemaKinds)('the types of $schema are those that are committed', async (kind) => {
  expect(await typesOf(kind, schemas)).toBe(read(`src/generated/${kind.file}.ts`));
});

test('the validators are those that are committed, and import nothing', async () => {
  const files = await validatorsOf(schemaKinds, schemas);
  expect([...files.keys()]).toEqual(['validators.js', 'validators.d.ts']);
  for (const [name, text] of files) expect(text === read(`src/generated/${name}`), name).toBe(true);
  // ajv's helpers name themselves in texts that nothing runs.
  const lines = files.get('validators.js')?.split('\n') ?? [];
  expect(lines.filter((line) => /\brequire\(|^import /.test(line) && !line.includes('.code = '))).toEqual([]);
});
