import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../shared/failure.ts';

/** The person's public keys: the lines of ~/.ssh/*.pub. None where there is no such folder. */
export function ownPublicKeys(environment: NodeJS.ProcessEnv): string[] {
  const folder = join(environment.HOME ?? '', '.ssh');
  if (!environment.HOME) return [];
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pub') && !name.endsWith('-cert.pub'))
      .sort()
      .flatMap((name) => keyLines(readFileSync(join(folder, name), 'utf8')));
  } catch {
    return [];
  }
}

/** A public key that was named: the line itself, or the file that has it. */
export function publicKey(text: string): string[] {
  if (isKey(text)) return [text.trim()];
  try {
    const lines = keyLines(readFileSync(text, 'utf8'));
    if (lines.length > 0) return lines;
  } catch {
    // Told below: it is neither.
  }
  throw new Failure('usage', `${JSON.stringify(text)} is no public key, and no file with one`, {
    next: 'give the line, ssh-ed25519 AAAA…, or the path of a .pub file; never the private key',
  });
}

function keyLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(isKey);
}

function isKey(text: string): boolean {
  return /^(ssh-|ecdsa-|sk-)\S+ [A-Za-z0-9+/]{20,}/.test(text.trim());
}
