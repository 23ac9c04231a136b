/** A schema that gets a type and a validator. */
export interface SchemaKind {
  /** File below schemas/. */
  readonly schema: string;
  /** File below src/generated, without `.ts`; also the name of the validator after `validate`. */
  readonly file: string;
  /** Name of the type. */
  readonly type: string;
}

export const schemaKinds: readonly SchemaKind[] = [
  { schema: 'site.schema.json', file: 'site', type: 'SiteFile' },
  { schema: 'node.schema.json', file: 'node', type: 'NodeFile' },
  { schema: 'images-lock.schema.json', file: 'imagesLock', type: 'ImagesLockFile' },
  { schema: 'manifest.schema.json', file: 'manifest', type: 'ManifestFile' },
];
