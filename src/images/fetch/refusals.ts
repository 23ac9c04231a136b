import { Failure } from '../../shared/failure.ts';
import type { PinnedFile } from '../files.ts';

/** What came is another file than the lock pins. */
export function wrongHash({ path, sha256 }: PinnedFile, url: string, found: string): Failure {
  return new Failure(
    'world',
    `${path} was refused and deleted: ${url} has the SHA-256 ${found}, and the image lock says ${sha256}`,
    {
      next: 'the server sends another file than the one that was locked: try another mirror, or pilotlight images lock when that is known to be right',
    },
  );
}

/** Nobody whose signature counts has signed what came. */
export function wrongSignature({ path, signature }: PinnedFile, problem: string): Failure {
  return new Failure('world', `${path} was refused and deleted: ${problem} (${signature})`, {
    next: 'do not use this file; when the signing key is new and known to be right, add it to images.keys in site.yaml',
  });
}

/** The server has a file of another size than the lock says. */
export function differentSize({ path, url, size }: PinnedFile, found: number): Failure {
  const [least, wanted] =
    size === undefined ? ['', 'the server announced'] : [`${size}`, 'the image lock says'];
  return new Failure(
    'world',
    `${path} was refused: ${url} has ${found} bytes${least === '' ? ', more than' : `, and`} ${wanted} ${least}`.trimEnd(),
    { next: 'the server has another file than the one that was locked: try another mirror' },
  );
}
