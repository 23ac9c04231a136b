/** What is needed of the client. A chunk of its own, with names: a bundled import of the package itself would only have a default. */
export { HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
