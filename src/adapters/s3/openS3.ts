import type { ObjectStore } from '../../ports/objectStore.ts';
import { type Digest, isDigest } from '../../shared/digest.ts';
import { s3Failure } from './failure.ts';
import { parseS3Url } from './place.ts';

export interface S3Options {
  /** URL of a server that is not Amazon's: `https://minio.lab.example`. What the environment says when left out. */
  readonly endpoint?: string | undefined;
  /** For the region and the endpoint; the client reads its credentials as all AWS tools do. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Servers of one's own mostly have no regions; the signature needs the name of one all the same. */
const usualRegion = 'us-east-1';

/** Opens a place in a bucket of S3, or of a server that speaks its protocol. The client is loaded now: it is large. */
export async function openS3(url: string, { endpoint, environment }: S3Options): Promise<ObjectStore> {
  const { bucket, prefix } = parseS3Url(url);
  const { S3Client, HeadObjectCommand, PutObjectCommand } = await import('./client.ts');
  const elsewhere = endpoint ?? environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL;
  const region = environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION;
  const client = new S3Client({
    requestHandler: { connectionTimeout: 15_000, requestTimeout: 60_000, throwOnRequestTimeout: true },
    ...(region === undefined && elsewhere !== undefined ? { region: usualRegion } : {}),
    // Few servers but Amazon's have a host name for each bucket.
    ...(elsewhere === undefined ? {} : { endpoint: elsewhere, forcePathStyle: true }),
  });
  const place = `s3://${bucket}${prefix === '' ? '' : `/${prefix}`}`;
  const at = (key: string) => ({ Bucket: bucket, Key: prefix === '' ? key : `${prefix}/${key}` });
  return {
    place,
    async digest(key) {
      try {
        const head = await client.send(new HeadObjectCommand({ ...at(key), ChecksumMode: 'ENABLED' }));
        return fromBase64(head.ChecksumSHA256) ?? noted(head.Metadata?.sha256) ?? 'unknown';
      } catch (error) {
        if ((error as { name?: string }).name === 'NotFound') return undefined;
        throw s3Failure(`look at ${key}`, place, error);
      }
    },
    async put({ key, bytes, sha256, contentType, immutable }) {
      try {
        await client.send(
          new PutObjectCommand({
            ...at(key),
            Body: bytes,
            ContentType: contentType,
            CacheControl: immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
            // The server refuses what arrives as anything else.
            ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
            Metadata: { sha256 },
          }),
        );
      } catch (error) {
        throw s3Failure(`write ${key}`, place, error);
      }
    },
  };
}

function fromBase64(checksum: string | undefined): Digest | undefined {
  return checksum === undefined ? undefined : noted(Buffer.from(checksum, 'base64').toString('hex'));
}

function noted(text: string | undefined): Digest | undefined {
  return text !== undefined && isDigest(text) ? text : undefined;
}
