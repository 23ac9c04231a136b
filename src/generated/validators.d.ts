// Generated from schemas/ by scripts/generate-schema-code.ts. Do not edit.
import type { SiteFile } from './site.ts';
import type { NodeFile } from './node.ts';
import type { ImagesLockFile } from './imagesLock.ts';
import type { ManifestFile } from './manifest.ts';

/** One violation, as ajv reports it. */
export interface Violation {
  /** JSON Pointer of the value: `/network/cidr`. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  /** Set on violations of `propertyNames`. */
  readonly propertyName?: string;
}

/** Answers whether the value has the right shape; the violations of the last call stand in `errors`. */
export interface Validator<T> {
  (value: unknown): value is T;
  errors?: readonly Violation[] | null;
}

export declare const validateSite: Validator<SiteFile>;
export declare const validateNode: Validator<NodeFile>;
export declare const validateImagesLock: Validator<ImagesLockFile>;
export declare const validateManifest: Validator<ManifestFile>;
