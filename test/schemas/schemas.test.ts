import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';

type Schema = Record<string, unknown>;

const folder = new URL('../../schemas/', import.meta.url);
const names = readdirSync(folder).sort();
const schemas = new Map(
  names.map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Schema]),
);

const ajv = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  strictRequired: false,
  validateFormats: true,
});
addFormats.default(ajv);
ajv.addVocabulary(['patternErrorMessage']);
for (const schema of schemas.values()) ajv.addSchema(schema);

/** Every subschema with its path, as a reference to it would have it. */
function* subschemas(value: unknown, path: string): Generator<readonly [string, Schema]> {
  if (value === null || typeof value !== 'object') return;
  const schema = value as Schema;
  if (!Array.isArray(value)) yield [path, schema];
  for (const [key, each] of Object.entries(schema)) {
    if (['examples', 'default', 'enum', 'required'].includes(key)) continue;
    yield* subschemas(each, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
}

const all = [...schemas].flatMap(([name, schema]) => [...subschemas(schema, `${name}#`)]);
const isProperty = (path: string) => /\/properties\/[^/]+$/.test(path) && !path.includes('/if/');

describe('the schemas', () => {
  test.each(names)('%s is a JSON Schema 2020-12 with an identifier, a title and a description', (name) => {
    const schema = schemas.get(name) ?? {};
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: name,
      title: expect.stringMatching(/./),
      description: expect.stringMatching(/./),
    });
  });

  test('describe every property, itself or by what it refers to', () => {
    const mute = all.filter(([path, schema]) => isProperty(path) && !schema.description && !schema.$ref);
    expect(mute.map(([path]) => path)).toEqual([]);
  });

  test('close every object: unknown keys are errors', () => {
    const open = all.filter(
      ([, schema]) =>
        schema.properties !== undefined &&
        [schema.type].flat().includes('object') &&
        schema.additionalProperties === undefined &&
        schema.unevaluatedProperties === undefined,
    );
    // Node settings are closed by what extends them.
    expect(open.map(([path]) => path)).toEqual(['node-settings.schema.json#']);
  });

  test('say in words what a pattern wants', () => {
    const mute = all.filter(
      ([path, schema]) =>
        schema.pattern !== undefined && !schema.patternErrorMessage && !path.startsWith('manifest'),
    );
    expect(mute.map(([path]) => path)).toEqual([]);
  });

  const withValues = all.filter(
    ([, schema]) => schema.examples !== undefined || schema.default !== undefined,
  );

  test.each(withValues)('the examples and the default of %s are valid', (path, schema) => {
    const validate = ajv.compile({ $ref: path });
    const values = [...((schema.examples as unknown[] | undefined) ?? []), schema.default].filter(
      (each) => each !== undefined,
    );
    for (const value of values) {
      validate(value);
      expect({ value, errors: validate.errors }).toEqual({ value, errors: null });
    }
  });
});
