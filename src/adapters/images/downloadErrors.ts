import { DownloadError } from '../../ports/downloads.ts';
import { explainNetworkError } from '../networkErrors.ts';

/** What went wrong with a connection, in words; a certificate that does not fit stays wrong, all else may pass. */
export function explainDownloadError(url: string, error: unknown): DownloadError {
  if (error instanceof DownloadError) return error;
  const { code = '', message } = error as { code?: string; message: string };
  if (truncated.has(code) || message === 'aborted') {
    return new DownloadError(`${url} ended early`, { passing: true });
  }
  const why = explainNetworkError(error) ?? message;
  const passing = !/^(ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_SSL|ENOTFOUND$)/.test(code);
  return new DownloadError(`${url} cannot be fetched: ${why}`, { passing });
}

/** What Node says when a body ends before its length, or its connection does. */
const truncated = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'HPE_INVALID_EOF_STATE']);
