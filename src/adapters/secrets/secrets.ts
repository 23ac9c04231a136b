import type { Secrets, SecretValues } from '../../ports/secrets.ts';
import { Failure } from '../../shared/failure.ts';
import { readSecretsFile } from './readSecretsFile.ts';

/** Names that are the program's or the runner's own: the environment has them for another use than a secret of the inventory. */
const foreign = /^(?:PILOTLIGHT|GITHUB|ACTIONS|RUNNER|SSH)_/;

/**
 * Values from the environment and from a file: `PILOTLIGHT_SECRET_<NAME>` first, then the file, then `<NAME>`. The file is read when the first
 * value is asked for that is not before it. Where a value is empty, there is none: that is what a workflow has for a secret that nobody set.
 */
export function secretsFrom(environment: NodeJS.ProcessEnv, mask?: (text: string) => void): Secrets {
  return { ...(mask === undefined ? {} : { mask }), open: (file) => valuesFrom(environment, file) };
}

function valuesFrom(environment: NodeJS.ProcessEnv, file: string | undefined): SecretValues {
  let reading: Promise<ReadonlyMap<string, string>> | undefined;
  const inFile = async (name: string) => {
    if (file === undefined) return undefined;
    reading ??= readSecretsFile(file, environment);
    return (await reading).get(name);
  };
  return {
    places: (name) => [
      `$${ownName(name)}`,
      ...(file === undefined ? [] : [file]),
      ...(foreign.test(name) ? [] : [`$${name}`]),
    ],
    get: async (name) => {
      const found =
        environment[ownName(name)] ||
        (await inFile(name)) ||
        (foreign.test(name) ? undefined : environment[name]);
      return found ? checked(name, found) : undefined;
    },
  };
}

function ownName(name: string): string {
  return `PILOTLIGHT_SECRET_${name}`;
}

/** A value without the line break at its end, which hardly anybody means and every editor writes. */
function checked(name: string, value: string): string {
  const fault = faultOf(value);
  if (fault !== undefined) {
    throw new Failure('usage', `the value of the secret ${name} ${fault}`, {
      next: 'a secret is a text in UTF-8; encode anything else, for example in base64',
    });
  }
  return value.replace(/\r?\n$/, '');
}

function faultOf(value: string): string | undefined {
  if (value.includes('\0')) return 'has a NUL character';
  if (!value.isWellFormed() || value.includes('\ufffd')) return 'is no text in UTF-8';
  return /^\r?\n$/.test(value) ? 'is nothing but a line break' : undefined;
}
