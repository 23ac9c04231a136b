import { Failure } from '../../shared/failure.ts';

/** A bucket, and where in it things go. */
export interface S3Place {
  readonly bucket: string;
  /** Without slashes at its ends; empty for the bucket itself. */
  readonly prefix: string;
}

/** What S3 lets a bucket be called. */
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Reads `s3://bucket/prefix`. Throws a Failure for anything else. */
export function parseS3Url(text: string): S3Place {
  const [, bucket = '', path = ''] = /^s3:\/\/([^/]*)(\/.*)?$/.exec(text) ?? [];
  const prefix = path.replace(/^\/+|\/+$/g, '');
  const odd = prefix.split('/').some((part) => part === '.' || part === '..');
  if (bucketName.test(bucket) && !odd && !/[\p{Cc}\\?#]|\/\//u.test(prefix)) return { bucket, prefix };
  throw new Failure('usage', `${JSON.stringify(text)} names no place in a bucket`, {
    next: 'write it as s3://bucket or s3://bucket/prefix',
  });
}
