import type { World } from '../../ports/world.ts';
import { Failure } from '../../shared/failure.ts';
import { Redaction } from '../../shared/redact.ts';

/** The values of secrets that a run needs. */
export interface SecretRun {
  /** Reads values; a Failure names all that are missing, and where they were looked for. */
  read(names: Iterable<string>): Promise<(name: string) => string>;
  /** Reads the values that somebody gives; the others are not in it. */
  find(names: Iterable<string>): Promise<ReadonlyMap<string, string>>;
}

/** Carries out what works with values of secrets. No value is in an error that leaves it. */
export async function withSecrets<T>(
  world: World,
  file: string | undefined,
  act: (secrets: SecretRun) => Promise<T>,
): Promise<T> {
  const redaction = new Redaction(world.secrets.mask);
  const values = world.secrets.open(file);
  const find: SecretRun['find'] = async (names) => {
    const known = new Map<string, string>();
    for (const name of [...new Set(names)].sort()) {
      const value = await values.get(name);
      if (value === undefined) continue;
      redaction.add(value);
      known.set(name, value);
    }
    return known;
  };
  const read: SecretRun['read'] = async (names) => {
    const wanted = [...new Set(names)].sort();
    const known = await find(wanted);
    const missing = wanted.filter((name) => !known.has(name));
    if (missing.length > 0)
      throw missingSecrets(missing.map((name) => `${name}: looked for in ${values.places(name).join(', ')}`));
    return (name) => {
      const value = known.get(name);
      if (value === undefined) throw new Error(`nobody asked for the secret ${name}`);
      return value;
    };
  };
  try {
    return await act({ read, find });
  } catch (error) {
    throw redaction.error(error);
  }
}

function missingSecrets(missing: readonly string[]): Failure {
  const what =
    missing.length === 1 ? 'the value of a secret is' : `the values of ${missing.length} secrets are`;
  return new Failure('usage', [`${what} missing`, ...missing.map((line) => `  ${line}`)].join('\n'), {
    next: 'give them in the environment or with --secrets FILE; an empty value counts as none',
  });
}
