import { DownloadError } from '../../ports/downloads.ts';

/** Where a redirect leads. Throws a {@link DownloadError} where that is nowhere, or from https to http. */
export function redirectTarget(from: URL, location: string | undefined): URL {
  if (location === undefined || !URL.canParse(location, from.href)) {
    throw new DownloadError(`${from.href} redirects to nowhere`, { passing: false });
  }
  const target = new URL(location, from);
  if (target.protocol !== 'https:' && target.protocol !== 'http:') {
    throw new DownloadError(`${from.href} redirects to ${target.href}, which is no URL of HTTP`, {
      passing: false,
    });
  }
  if (from.protocol === 'https:' && target.protocol === 'http:') {
    throw new DownloadError(`${from.href} redirects to ${target.href}, without TLS: that is refused`, {
      passing: false,
    });
  }
  return target;
}
