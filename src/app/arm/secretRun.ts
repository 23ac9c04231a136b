import type { World } from '../../ports/world.ts';
import { Failure } from '../../shared/failure.ts';
import { Redaction } from '../../shared/redact.ts';

/** The values of secrets that a run needs. */
export interface SecretRun {
  /** Reads values; a Failure names all that are missing, and where they were looked for. */
  read(names: Iterable<string>): Promise<(name: string) => string>;
}

/** Carries out what works with values of secrets. No value is in an error that leaves it. */
export async function withSecrets<T>(
  world: World,
  file: string | undefined,
  act: (secrets: SecretRun) => Promise<T>,
): Promise<T> {
  const redaction = new Redaction(world.secrets.mask);
  const values = world.secrets.open(file);
  const read: SecretRun['read'] = async (names) => {
    const known = new Map<string, string>();
    const missing: string[] = [];
    for (const name of [...new Set(names)].sort()) {
      const value = await values.get(name);
      if (value === undefined) missing.push(`${name}: looked for in ${values.places(name).join(', ')}`);
      else {
        redaction.add(value);
        known.set(name, value);
      }
    }
    if (missing.length > 0) throw missingSecrets(missing);
    return (name) => {
      const value = known.get(name);
      if (value === undefined) throw new Error(`nobody asked for the secret ${name}`);
      return value;
    };
  };
  try {
    return await act({ read });
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
