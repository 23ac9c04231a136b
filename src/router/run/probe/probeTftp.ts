import type { RouterSurvey } from '../../../ports/router.ts';
import type { Tftp } from '../../../ports/tftp.ts';
import type { ProbeRequest, ProbeResult } from './probe.ts';

/** Much less than an iPXE binary: that it begins is enough. */
const limitBytes = 16 * 1024;

/** Reads the beginning of a boot file. Silence while the port is bound on the router says nothing of the router: UDP may not reach it from here. */
export async function probeTftp(
  wanted: ProbeRequest['tftp'],
  { udpPorts }: RouterSurvey,
  tftp: Tftp,
  signal: AbortSignal | undefined,
): Promise<ProbeResult[]> {
  if (wanted === undefined) return [];
  const { path, host, port = 69 } = wanted;
  const answer = await tftp.read({ host, port }, path, {
    limitBytes,
    timeoutMilliseconds: 6_000,
    ...(signal && { signal }),
  });
  const result = (state: ProbeResult['state'], message: string): ProbeResult[] => [
    { name: 'tftp', state, message },
  ];
  if (answer.kind === 'file') {
    if (answer.bytes.length > 0) return result('ok', `TFTP gives ${path}`);
    return result('failed', `TFTP gives ${path}, but it is empty`);
  }
  if (answer.kind === 'refused') return result('failed', `TFTP does not give ${path}: ${answer.problem}`);
  if (!udpPorts.includes(port)) return result('failed', `nothing on the router listens on UDP port ${port}`);
  return result(
    'unknown',
    `TFTP of ${host} gives no answer here, but the router listens on UDP port ${port}`,
  );
}
