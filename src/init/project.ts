/** Pilotlight's own repository on GitHub. */
export const repository = 'lerenn/pilotlight';

/** Schemas of inventory files. */
export type SchemaName = 'site' | 'node' | 'images-lock';

/**
 * Where an editor finds a schema.
 *
 * @param version a tag or branch of Pilotlight: `v0.1.0`
 */
export function schemaUrl(name: SchemaName, version: string): string {
  return `https://raw.githubusercontent.com/${repository}/${version}/schemas/${name}.schema.json`;
}
