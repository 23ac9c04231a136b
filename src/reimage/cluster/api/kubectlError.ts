/** What kubectl complained of. */
export interface KubectlError {
  /**
   * - `absent`: the object that was named is not there
   * - `conflict`: somebody else changed it, or it is another one of the same name
   * - `budget`: a PodDisruptionBudget allows no eviction now
   * - `unavailable`: no answer that says anything about what was asked
   * - `refused`: it will never be answered otherwise
   */
  readonly kind: 'absent' | 'conflict' | 'budget' | 'unavailable' | 'refused';
  /** In the API server's words, or kubectl's. */
  readonly message: string;
}

/** Reasons of the API server that pass. */
const passing = ['ServiceUnavailable', 'Timeout', 'ServerTimeout', 'InternalError', 'TooManyRequests'];

/** Reads what kubectl wrote to its standard error when it ended with a status other than 0. */
export function readKubectlError(stderr: string): KubectlError {
  const lines = stderr
    .split('\n')
    .map((line) => line.replaceAll(/[^\x20-\x7e]/g, '?').trim())
    .filter((line) => line !== '');
  const served = lines.findLast((line) => line.startsWith('Error from server'));
  const [, reason = '', text = ''] = /^Error from server(?: \((\w+)\))?: (.*)$/.exec(served ?? '') ?? [];
  if (served !== undefined) return { kind: kindOf(reason, text), message: text };
  const unreached = lines.findLast((line) => /^(The connection to the server|Unable to connect)/.test(line));
  if (unreached !== undefined) return { kind: 'unavailable', message: unreached };
  const message = (lines.at(-1) ?? 'kubectl ended without a word').replace(/^error: /, '').slice(0, 400);
  return { kind: 'refused', message };
}

function kindOf(reason: string, text: string): KubectlError['kind'] {
  if (reason === 'NotFound') {
    // While an API server starts, it knows none of its kinds: that says nothing about an object.
    return / "[^"]*" not found$/.test(text) ? 'absent' : 'unavailable';
  }
  if (reason === 'Conflict') return 'conflict';
  if (text.includes('more than one PodDisruptionBudget')) return 'refused';
  if (reason === 'TooManyRequests' && /disruption budget/i.test(text)) return 'budget';
  return reason === '' || passing.includes(reason) ? 'unavailable' : 'refused';
}
