import type { Http } from '../../../ports/http.ts';
import type { ProbeResult } from './probe.ts';

/** Asks for what iPXE asks first: it has to be a script of iPXE. */
export async function probeHttp(
  url: string | undefined,
  http: Http,
  signal: AbortSignal | undefined,
): Promise<ProbeResult[]> {
  if (url === undefined) return [];
  const answer = await http.get(url, { timeoutMilliseconds: 5_000, ...(signal && { signal }) });
  const failed = (message: string): ProbeResult[] => [{ name: 'http', state: 'failed', message }];
  if (answer.status === 0) return failed(answer.problem ?? `${url} does not answer`);
  if (answer.status !== 200) return failed(`${url} answers with status ${answer.status}`);
  if (!Buffer.from(answer.bytes.subarray(0, 6)).equals(Buffer.from('#!ipxe')))
    return failed(`${url} answers with something that is no script of iPXE`);
  return [{ name: 'http', state: 'ok', message: `${url} answers with a script of iPXE` }];
}
