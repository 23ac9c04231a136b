import { open } from 'node:fs/promises';
import { explainSystemError, Failure } from '../../shared/failure.ts';
import { type ReadSecrets, readDotenv } from './dotenv.ts';
import { readEntries, readMapping } from './mapping.ts';
import { decrypt, type SopsFormat } from './sops.ts';

/** Bytes; what is larger is no file of secrets. */
const longest = 1024 * 1024;

/**
 * Reads the values in a file: lines `NAME=value`, or a map as YAML or JSON; when SOPS encrypted it, the installed SOPS decrypts it. A file in clear
 * that others may read is refused.
 */
export async function readSecretsFile(
  file: string,
  environment: NodeJS.ProcessEnv,
): Promise<ReadonlyMap<string, string>> {
  const { text, mode } = await readText(file);
  const format = formatOf(file);
  const encrypted = isEncrypted(text, format);
  if (!encrypted && process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Failure('refused', `others than you may read ${file} (mode ${(mode & 0o777).toString(8)})`, {
      next: `chmod 600 ${file}, and replace the secrets in it if anybody may have read it`,
    });
  }
  const read = encrypted
    ? readEntries(parseDecrypted(await decrypt(file, format, environment), file))
    : readClear(text, format);
  if (read.fault === undefined) return read.values;
  throw new Failure('usage', `${file}: ${read.fault}`, {
    next: 'a file of secrets has lines NAME="value", or is a map of names to texts in YAML or JSON',
  });
}

async function readText(file: string): Promise<{ text: string; mode: number }> {
  try {
    const handle = await open(file);
    try {
      // Of the file that is open, so that nobody changes it in between.
      const { mode } = await handle.stat();
      const bytes = Buffer.alloc(longest + 1);
      let length = 0;
      for (let read = -1; read !== 0 && length < bytes.length; length += read)
        read = (await handle.read(bytes, length, bytes.length - length)).bytesRead;
      if (length > longest) throw new Error('it has more than 1 MiB');
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length));
      return { text, mode };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const why = error instanceof TypeError ? 'it is no text in UTF-8' : explainSystemError(error);
    throw new Failure('usage', `the secrets in ${file} cannot be read: ${why}`);
  }
}

function formatOf(file: string): SopsFormat {
  if (/\.ya?ml$/i.test(file)) return 'yaml';
  return /\.json$/i.test(file) ? 'json' : 'dotenv';
}

/** SOPS leaves a key of its own at the top of what it encrypts. */
function isEncrypted(text: string, format: SopsFormat): boolean {
  if (format === 'dotenv') return /^sops_(?:version|mac)=/m.test(text);
  return format === 'yaml' ? /^["']?sops["']?\s*:/m.test(text) : /^\s*\{[\s\S]*"sops"\s*:\s*\{/.test(text);
}

function readClear(text: string, format: SopsFormat): ReadSecrets {
  return format === 'dotenv' ? readDotenv(text) : readMapping(text);
}

function parseDecrypted(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('world', `what sops made of ${file} is no JSON`);
  }
}
