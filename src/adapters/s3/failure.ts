import { Failure } from '../../shared/failure.ts';
import { explainNetworkError } from '../networkErrors.ts';

/**
 * What a client of S3 threw, in words. Its own messages are left out: they may name keys and hosts of credentials.
 *
 * @param act what was tried: `read releases/…`
 */
export function s3Failure(act: string, place: string, error: unknown): Failure {
  const { name = '', $metadata: { httpStatusCode: status } = {} } = error as {
    name?: string;
    $metadata?: { httpStatusCode?: number };
  };
  const network =
    explainNetworkError(error) ?? explainNetworkError((error as { cause?: unknown }).cause ?? {});
  const [why, next] = network === undefined ? reasonOf(name, status) : [network, 'mend that, or --endpoint'];
  return new Failure('world', `cannot ${act} in ${place}: ${why}`, {
    next: `${next}; what is there is whole, and the next run goes on`,
  });
}

function reasonOf(name: string, status: number | undefined): readonly [why: string, next: string] {
  const known = reasons[name] ?? reasons[String(status)];
  if (known !== undefined) return known;
  const answer =
    status === undefined ? name || 'no answer' : `it answered ${status} (${name || 'no reason'})`;
  return [answer, 'run the command again'];
}

const who = 'give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile of the AWS tools';
const reasons: Readonly<Record<string, readonly [why: string, next: string]>> = {
  CredentialsProviderError: ['no credentials were found', who],
  InvalidAccessKeyId: ['the access key is unknown there', who],
  SignatureDoesNotMatch: ['the secret key does not belong to the access key', who],
  ExpiredToken: ['the session has expired', 'log in again'],
  AccessDenied: ['access was denied', 'let the key read and write objects of that bucket'],
  NoSuchBucket: ['there is no such bucket', 'make it, or name another'],
  PermanentRedirect: ['the bucket is in another region', 'set AWS_REGION'],
  RequestTimeTooSkewed: ['the clock of this machine is wrong', 'set it'],
  TimeoutError: ['there was no answer in time', 'run the command again'],
  '403': ['access was denied', 'let the key read and write objects of that bucket'],
  '404': ['there is no such bucket', 'make it, or name another'],
};
