import type { ArmedRecord } from '../../ports/gate.ts';
import { isDigest } from '../../shared/digest.ts';
import { contentPathFault } from '../../shared/storageLayout.ts';

/** A MAC as iPXE's type `hexhyp` writes it, by which the gate knows a machine; throws an Error for what is none. */
export function gateMac(mac: string): string {
  const text = mac.toLowerCase().replaceAll(':', '-');
  if (!/^[0-9a-f]{2}(?:-[0-9a-f]{2}){5}$/.test(text)) throw new Error(`${JSON.stringify(mac)} is no MAC`);
  return text;
}

/**
 * What a record says, as the parameters of the script that arms. Its fields become lines of a file and lines of an iPXE script, so
 * each must be one word; anything else is a mistake in Pilotlight and an Error.
 */
export function recordParameters(record: ArmedRecord): string[] {
  const { hostname, macs, variant, release, install, digest, seconds } = record;
  const wrong = [
    ...(/^[A-Za-z0-9.-]{1,253}$/.test(hostname) ? [] : ['hostname']),
    ...(/^[a-z]{1,32}$/.test(variant) ? [] : ['variant']),
    ...(isDigest(release) ? [] : ['release']),
    ...(isDigest(digest) ? [] : ['digest']),
    ...(contentPathFault(install) === undefined ? [] : ['install']),
    ...(Number.isSafeInteger(seconds) && seconds >= 0 && seconds <= longestSeconds ? [] : ['seconds']),
  ];
  if (wrong.length > 0) throw new Error(`a record that cannot be armed: ${wrong.join(', ')}`);
  return [hostname, macs.map(gateMac).join(' '), variant, release, install, digest, `${seconds}`];
}

/** A year: sums with the uptime stay below what a shell can count. */
const longestSeconds = 31_536_000;
