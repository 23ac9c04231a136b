import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sample } from './sample.ts';

/**
 * What a machine that boots would get from a root folder, read in plain code that shares nothing with the program: of the two slots the
 * newest that is whole and names a release with a seal. Answers the release, having compared every byte of it and its images; throws
 * where there is none, or it is not complete.
 */
export function readAsMachine(root: string, samples: readonly Sample[]): Sample {
  const slots = ['state/current.a', 'state/current.b'].flatMap((path) => readSlot(join(root, path)));
  const whole = slots.filter(
    ({ release }) => readRecord(join(root, 'releases', release, 'sealed')) !== undefined,
  );
  const [current] = whole.sort((a, b) => b.sequence - a.sequence);
  if (current === undefined) throw new Error(`no slot names a release: ${JSON.stringify(slots)}`);
  const sample = samples.find(({ wanted }) => wanted.id === current.release);
  if (sample === undefined) throw new Error(`a slot names ${current.release}, which nobody deployed`);
  for (const [path, bytes] of sample.contents) {
    if (Buffer.compare(readFileSync(join(root, path)), bytes) !== 0)
      throw new Error(`${path} of ${sample.name} has other bytes`);
  }
  for (const { path } of sample.wanted.assets) {
    if (readRecord(join(root, path, 'sealed')) === undefined)
      throw new Error(`${path} of ${sample.name} has no seal`);
  }
  return sample;
}

/** How often the pointer was switched. */
export function sequenceOf(root: string): number {
  const slots = ['state/current.a', 'state/current.b'].flatMap((path) => readSlot(join(root, path)));
  return Math.max(0, ...slots.map(({ sequence }) => sequence));
}

/** Files and folders below a folder, by path. */
export function listTree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

function readSlot(path: string): { sequence: number; release: string }[] {
  const [kind, , sequence, release = ''] = readRecord(path)?.split(' ') ?? [];
  return kind === 'pilotlight-pointer' ? [{ sequence: Number(sequence), release }] : [];
}

/** A line whose last word is the SHA-256 of what stands before it. */
function readRecord(path: string): string | undefined {
  try {
    const [, content = '', sum] = /^(.*) ([0-9a-f]{64})\n$/.exec(readFileSync(path, 'utf8')) ?? [];
    return createHash('sha256').update(content).digest('hex') === sum ? content : undefined;
  } catch {
    return undefined;
  }
}
