import imagesLock from '../../../schemas/images-lock.schema.json' with { type: 'json' };
import node from '../../../schemas/node.schema.json' with { type: 'json' };
import nodeSettings from '../../../schemas/node-settings.schema.json' with { type: 'json' };
import site from '../../../schemas/site.schema.json' with { type: 'json' };
import type { Pointer } from '../model/provenance.ts';

/** The kinds of files whose shape is checked. */
export type ShapeKind = 'site' | 'node' | 'imagesLock';

/** The keywords of a JSON Schema that explanations are made from. */
export interface JsonSchema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly allOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
}

/** A schema with the document that its references are relative to. */
interface Facet {
  readonly schema: JsonSchema;
  readonly within: JsonSchema;
}

const roots: Readonly<Record<ShapeKind, JsonSchema>> = { site, node, imagesLock };
const byId = new Map<string, JsonSchema>(
  [site, node, imagesLock, nodeSettings].map((schema) => [schema.$id, schema as JsonSchema]),
);

/**
 * All schemas that the value at a path has to fulfil, the most specific first: references followed, the parts of
 * `allOf` and the branches of conditions that hold for the value included.
 */
export function schemasAt(kind: ShapeKind, value: unknown, pointer: Pointer): JsonSchema[] {
  const root = roots[kind];
  let current = value;
  let facets = expand({ schema: root, within: root }, current);
  for (const segment of pointer) {
    current = member(current, segment);
    facets = facets.flatMap((facet) => children(facet, segment)).flatMap((child) => expand(child, current));
  }
  return facets.map(({ schema }) => schema);
}

/** What stands at a path of plain data. */
export function valueAt(value: unknown, pointer: Pointer): unknown {
  return pointer.reduce<unknown>(member, value);
}

/** The keys that an object may have by its schemas. */
export function knownKeys(schemas: readonly JsonSchema[]): string[] {
  return [...new Set(schemas.flatMap((schema) => Object.keys(schema.properties ?? {})))];
}

/** Whether a schema is that of a reference to a secret. */
export function isSecretReference(schema: JsonSchema): boolean {
  return schema.type === 'object' && schema.properties?.secret !== undefined;
}

function member(value: unknown, segment: string | number): unknown {
  const holder = value as Readonly<Record<string | number, unknown>> | null | undefined;
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, segment)
    ? holder[segment]
    : undefined;
}

function children({ schema, within }: Facet, segment: string | number): Facet[] {
  const { properties = {}, additionalProperties, items } = schema;
  const named =
    typeof segment === 'string' && Object.hasOwn(properties, segment) ? properties[segment] : undefined;
  const other = typeof segment === 'number' ? items : additionalProperties;
  const child = named ?? other;
  return typeof child === 'object' ? [{ schema: child, within }] : [];
}

function expand(facet: Facet, value: unknown): Facet[] {
  const { schema, within } = facet;
  const parts = (schema.allOf ?? []).filter((part) => part.if === undefined || holds(part.if, value));
  return [
    facet,
    ...(schema.$ref === undefined ? [] : expand(follow(schema.$ref, within), value)),
    ...parts.flatMap((part) => expand({ schema: part.then ?? part, within }, value)),
  ];
}

/** Whether a condition holds. The schemas' only conditions are on constants of the value's own keys. */
function holds(condition: JsonSchema, value: unknown): boolean {
  return Object.entries(condition.properties ?? {}).every(
    ([key, { const: wanted }]) => member(value, key) === wanted,
  );
}

function follow(reference: string, within: JsonSchema): Facet {
  const [file = '', fragment = ''] = reference.split('#');
  const document = (file === '' ? within : byId.get(file)) ?? {};
  const schema = fragment === '' ? document : document.$defs?.[fragment.replace('/$defs/', '')];
  return { schema: schema ?? {}, within: document };
}
