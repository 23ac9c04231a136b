import { execFile } from 'node:child_process';
import { explainSystemError, Failure } from '../../shared/failure.ts';

/** The forms that SOPS knows a file in. */
export type SopsFormat = 'json' | 'yaml' | 'dotenv';

const seconds = 60;
const longest = 4 * 1024 * 1024;
/** Lines of its complaint that are passed on. */
const toldLines = 3;

/** Has a file decrypted by the installed SOPS. What it answers is only ever in memory. */
export function decrypt(file: string, format: SopsFormat, environment: NodeJS.ProcessEnv): Promise<string> {
  const parameters = ['--decrypt', '--input-type', format, '--output-type', 'json', file];
  const options = {
    env: environment,
    timeout: seconds * 1000,
    maxBuffer: longest,
    encoding: 'utf8',
  } as const;
  return new Promise((resolve, reject) => {
    const child = execFile('sops', parameters, options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(failureOf(error, stderr, file));
    });
    child.stdin?.end();
  });
}

function failureOf(
  error: Error & { code?: unknown; killed?: boolean },
  stderr: string,
  file: string,
): Failure {
  if (error.code === 'ENOENT') {
    return new Failure('world', `${file} is encrypted by SOPS, and there is no program sops`, {
      next: 'install sops (https://getsops.io), or give the values in the environment',
    });
  }
  if (error.killed === true) {
    return new Failure('world', `sops did not decrypt ${file} within ${seconds} s`, {
      next: 'run sops --decrypt by hand: it may wait for a key',
    });
  }
  const said = stderr.trim().split('\n').slice(-toldLines).join('; ');
  const why =
    said === ''
      ? typeof error.code === 'number'
        ? `exit code ${error.code}`
        : explainSystemError(error)
      : said;
  return new Failure('world', `sops cannot decrypt ${file}: ${why}`, {
    next: 'give it a key of the file: for age, SOPS_AGE_KEY or SOPS_AGE_KEY_FILE',
  });
}
