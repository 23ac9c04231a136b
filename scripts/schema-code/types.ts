import { compile, type JSONSchema } from 'json-schema-to-typescript';
import type { SchemaKind } from './kinds.ts';

type Schema = Record<string, unknown>;
const settingsName = 'node-settings.schema.json';

/** TypeScript types of one schema: every shared definition becomes an interface of its own. */
export async function typesOf(kind: SchemaKind, schemas: ReadonlyMap<string, Schema>): Promise<string> {
  const own = schemas.get(kind.schema) ?? {};
  const settings = schemas.get(settingsName) ?? {};
  const definitions: Schema = {};
  const { properties } = simplified(settings) as { properties: Schema };
  const shared = {
    ...(settings.$defs as Schema),
    ...(own.$defs as Schema | undefined),
    nodeSettings: { type: 'object', properties, additionalProperties: false },
  };
  for (const [name, definition] of Object.entries(shared)) {
    definitions[capitalised(name)] = simplified(definition, { settings: properties });
  }
  const schema = { ...(simplified(own, { settings: properties }) as Schema), definitions };
  return compile(withoutUnused(schema) as JSONSchema, kind.type, {
    bannerComment: `/* Generated from schemas/${kind.schema} by scripts/generate-schema-code.ts. Do not edit. */`,
    additionalProperties: true,
    unreachableDefinitions: false,
    style: { singleQuote: true, printWidth: 110 },
  });
}

/** Keywords that say nothing to a type, or that would rename it. */
const dropped = new Set([
  '$schema',
  '$id',
  '$defs',
  'title',
  'examples',
  'patternErrorMessage',
  'minItems',
  'maxItems',
  'propertyNames',
  'default',
]);

/** The same schema in what the type generator understands: one file, no `unevaluatedProperties`, no conditions. */
function simplified(node: unknown, context: { readonly settings?: Schema } = {}): unknown {
  if (Array.isArray(node)) return node.map((each) => simplified(each, context));
  if (node === null || typeof node !== 'object') return node;
  const schema = node as Schema;
  if (typeof schema.$ref === 'string') return { $ref: `#/definitions/${definitionName(schema.$ref)}` };
  if (Array.isArray(schema.type)) return alternatives(schema, schema.type as string[], context);
  if (isSettings(schema)) return { $ref: '#/definitions/NodeSettings' };
  const result: Schema = {};
  for (const [key, value] of Object.entries(schema)) {
    if (dropped.has(key) || key === 'allOf' || key === 'unevaluatedProperties') continue;
    result[key] = key === 'properties' ? eachProperty(value as Schema, context) : simplified(value, context);
  }
  if (schema.unevaluatedProperties === false) closed(result, (schema.allOf ?? []) as Schema[], context);
  return result;
}

/** Whether it is the node settings and nothing else. */
function isSettings(schema: Schema): boolean {
  const [only, ...others] = (schema.allOf ?? []) as Schema[];
  return only?.$ref === settingsName && others.length === 0 && schema.properties === undefined;
}

function eachProperty(properties: Schema, context: { readonly settings?: Schema }): Schema {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      // A property keeps its own description beside the reference.
      withDescription(simplified(value, context) as Schema, value as Schema),
    ]),
  );
}

function withDescription(simple: Schema, original: Schema): Schema {
  return typeof original.description === 'string' &&
    simple.description === undefined &&
    simple.$ref === undefined
    ? { ...simple, description: original.description }
    : simple;
}

/** Folds what `allOf` adds into one closed object: referenced settings, and the branches of conditions as optional keys. */
function closed(result: Schema, parts: readonly Schema[], context: { readonly settings?: Schema }): void {
  const properties: Schema = { ...(result.properties as Schema | undefined) };
  for (const part of parts) {
    const more = part.$ref === settingsName ? context.settings : undefined;
    const branch = (part.then as Schema | undefined)?.properties as Schema | undefined;
    for (const [name, value] of Object.entries(more ?? eachProperty(branch ?? {}, context))) {
      const known = properties[name];
      properties[name] = known === undefined || same(known, value) ? value : { anyOf: [known, value] };
    }
  }
  result.properties = properties;
  result.additionalProperties = false;
}

function same(a: unknown, b: unknown): boolean {
  return (
    JSON.stringify({ ...(a as Schema), description: '' }) ===
    JSON.stringify({ ...(b as Schema), description: '' })
  );
}

/** `type: [string, object]` with the keywords of both becomes two alternatives. */
function alternatives(
  schema: Schema,
  types: readonly string[],
  context: { readonly settings?: Schema },
): Schema {
  const objectOnly = ['properties', 'required', 'additionalProperties', 'minProperties', 'maxProperties'];
  return {
    ...(schema.description === undefined ? {} : { description: schema.description }),
    anyOf: types.map((type) => {
      const kept = Object.entries(schema).filter(([key]) => type === 'object' || !objectOnly.includes(key));
      const { description: _, ...rest } = Object.fromEntries(kept);
      return simplified({ ...rest, type }, context);
    }),
  };
}

function definitionName(reference: string): string {
  if (reference === settingsName) return 'NodeSettings';
  return capitalised(reference.slice(reference.lastIndexOf('/') + 1));
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Drops definitions that nothing refers to, again and again until none is left over. */
function withoutUnused(schema: Schema): Schema {
  const definitions = schema.definitions as Schema;
  const used = new Set<string>();
  const visit = (value: unknown): void => {
    const text = JSON.stringify(value);
    for (const [, name = ''] of text.matchAll(/"#\/definitions\/([A-Za-z0-9]+)"/g)) {
      if (!used.has(name)) {
        used.add(name);
        visit(definitions[name]);
      }
    }
  };
  visit({ ...schema, definitions: {} });
  const kept = Object.fromEntries(Object.entries(definitions).filter(([name]) => used.has(name)));
  return { ...schema, definitions: kept };
}
