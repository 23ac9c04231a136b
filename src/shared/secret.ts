/** A reference to a secret: its value is never in the inventory, nor in a release. */
export interface SecretReference {
  /** Name of the secret, in the style of an environment variable: `K3S_TOKEN`. */
  readonly secret: string;
  /** Raised when the value is rotated, so that the release changes though the value is not in it. */
  readonly version?: number;
}

/** Names of secrets: what GitHub accepts as one, and a shell as a variable. */
export const secretName = /^[A-Za-z_][A-Za-z0-9_]{0,99}$/;

/** Reads `{ secret: NAME, version?: N }`; undefined when a value is no reference. */
export function readSecret(value: unknown): SecretReference | undefined {
  if (value === null || typeof value !== 'object' || !('secret' in value)) return undefined;
  const { secret } = value;
  if (typeof secret !== 'string' || !secretName.test(secret)) return undefined;
  const version = 'version' in value && typeof value.version === 'number' ? value.version : undefined;
  return version === undefined ? { secret } : { secret, version };
}

const marker = /@@pilotlight:secret:([A-Za-z_][A-Za-z0-9_]{0,99}):(\d{1,9})@@/g;

/** The text that stands for a secret in everything that is rendered. It is safe in YAML, JSON, INI files and double quotes of a shell. */
export function secretMarker(reference: SecretReference): string {
  return `@@pilotlight:secret:${reference.secret}:${reference.version ?? 1}@@`;
}

/** The secrets that a text refers to, in order of appearance. */
export function secretsIn(text: string): SecretReference[] {
  return [...text.matchAll(marker)].map(([, secret = '', version]) => ({ secret, version: Number(version) }));
}

/** A text with something in the place of each marker. */
export function replaceMarkers(text: string, replacement: (secret: string) => string): string {
  return text.replace(marker, (_marker, secret: string) => replacement(secret));
}
