import type { AnySchema } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';
import type { SchemaKind } from './kinds.ts';

/**
 * Standalone validators, by file name: validators.js and its declarations. ajv writes code that requires its helpers
 * (formats, deep equality); esbuild folds those in, so that the file imports nothing.
 */
export async function validatorsOf(
  kinds: readonly SchemaKind[],
  schemas: ReadonlyMap<string, Record<string, unknown>>,
): Promise<ReadonlyMap<string, string>> {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    code: { source: true, esm: true, lines: true },
  });
  addFormats.default(ajv, ['ipv4']);
  for (const schema of schemas.values()) ajv.addSchema(withoutAnnotations(schema) as AnySchema);
  const names = Object.fromEntries(kinds.map((kind) => [validatorName(kind), kind.schema]));
  const bundled = await build({
    stdin: { contents: standalone.default(ajv, names), resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'node20',
    legalComments: 'none',
  });
  const banner = '// Generated from schemas/ by scripts/generate-schema-code.ts. Do not edit.\n';
  return new Map([
    ['validators.js', banner + withOwnKeys(bundled.outputFiles[0]?.text ?? '')],
    ['validators.d.ts', banner + declarations(kinds)],
  ]);
}

/**
 * For `unevaluatedProperties` behind conditions, ajv notes the keys that were evaluated in an object and looks them up
 * with its inherited members, so that `toString` counts as known. Here only own members count.
 */
function withOwnKeys(code: string): string {
  return code.replace(/!(props\d+)\[(key\d+)\]/g, '!Object.hasOwn($1, $2)');
}

/** Keywords that validate nothing. ajv copies schemas into its code, where nobody reads them. */
const annotations = new Set(['title', 'description', 'examples', 'default', 'patternErrorMessage']);

function withoutAnnotations(value: unknown, namesAreFree = false): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutAnnotations(each));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key]) => namesAreFree || !annotations.has(key));
  return Object.fromEntries(
    kept.map(([key, each]) => [
      key,
      withoutAnnotations(each, !namesAreFree && (key === 'properties' || key === '$defs')),
    ]),
  );
}

function validatorName(kind: SchemaKind): string {
  return `validate${kind.file.charAt(0).toUpperCase()}${kind.file.slice(1)}`;
}

function declarations(kinds: readonly SchemaKind[]): string {
  const imports = kinds.map((kind) => `import type { ${kind.type} } from './${kind.file}.ts';`);
  const functions = kinds.map(
    (kind) => `export declare const ${validatorName(kind)}: Validator<${kind.type}>;`,
  );
  return `${imports.join('\n')}

/** One violation, as ajv reports it. */
export interface Violation {
  /** JSON Pointer of the value: \`/network/cidr\`. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  /** Set on violations of \`propertyNames\`. */
  readonly propertyName?: string;
}

/** Answers whether the value has the right shape; the violations of the last call stand in \`errors\`. */
export interface Validator<T> {
  (value: unknown): value is T;
  errors?: readonly Violation[] | null;
}

${functions.join('\n')}
`;
}
