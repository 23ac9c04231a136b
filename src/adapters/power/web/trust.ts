import { createHash } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import { Failure } from '../../../shared/failure.ts';
import { type Settings, textSetting } from '../settings.ts';

/** Whom a connection by TLS is believed. */
export type Trust =
  /** An authority vouches for it: one of those that everybody has, or one whose certificate (PEM) is given. */
  | { readonly kind: 'authority'; readonly certificate: string | undefined }
  /** It shows this very certificate: SHA-256 of its DER form, in lower-case hexadecimal digits. */
  | { readonly kind: 'pin'; readonly sha256: string }
  | { readonly kind: 'anybody' };

/** What the inventory says of it. */
export function trustOf(settings: Settings): Trust {
  const sha256 = textSetting(settings, 'certificateSha256');
  if (sha256 !== undefined) return { kind: 'pin', sha256 };
  if (settings.insecure === true) return { kind: 'anybody' };
  return { kind: 'authority', certificate: textSetting(settings, 'certificateAuthority') };
}

/** Opens a connection by TLS to one who is trusted; nothing was sent to anybody else. Rejects with a Failure, or the system's error. */
export async function openTls(url: URL, trust: Trust, signal: AbortSignal): Promise<TLSSocket> {
  // Loading it costs 30 ms, which no other command should pay.
  const { connect } = await import('node:tls');
  const host = bareHost(url);
  const verifies = trust.kind === 'authority';
  const socket = connect({
    host,
    port: Number(url.port || 443),
    // An address is no name for SNI.
    ...(/[:]|^[\d.]+$/.test(host) ? {} : { servername: host }),
    rejectUnauthorized: verifies,
    ...(verifies && trust.certificate !== undefined ? { ca: trust.certificate } : {}),
  });
  const give = (): void => {
    socket.destroy(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
  };
  signal.addEventListener('abort', give);
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('secureConnect', () => {
        socket.off('error', reject);
        resolve();
      });
      if (signal.aborted) give();
    });
  } finally {
    signal.removeEventListener('abort', give);
  }
  if (trust.kind === 'pin') {
    const shown = shownSha256(socket);
    if (shown !== trust.sha256) {
      socket.destroy();
      throw new Failure(
        'refused',
        `${url.host} shows the certificate ${shown}, which is not the pinned one`,
        {
          next: `Make sure that this is the certificate of ${url.host}, and set certificateSha256 to it.`,
        },
      );
    }
  }
  return socket;
}

function shownSha256(socket: TLSSocket): string {
  return createHash('sha256').update(socket.getPeerCertificate().raw).digest('hex');
}

/** The host of a URL, an IPv6 address without its brackets. */
export function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}
