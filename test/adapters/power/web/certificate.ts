import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireTool, type Skipping } from '../../../tools/tools.ts';

/** A certificate that is signed by itself, made for one test. */
export interface TestCertificate {
  readonly key: string;
  /** PEM */
  readonly certificate: string;
  /** SHA-256, in lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** Makes one. @param name what it is for: `IP:127.0.0.1`, `DNS:bmc.example.org` */
export function makeCertificate(context: Skipping, name: string): TestCertificate {
  const openssl = requireTool('openssl', context);
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-certificate-'));
  try {
    execFileSync(
      openssl,
      [
        ...[
          'req',
          '-x509',
          '-newkey',
          'ec',
          '-pkeyopt',
          'ec_paramgen_curve:prime256v1',
          '-nodes',
          '-days',
          '2',
        ],
        ...['-subj', '/CN=test', '-addext', `subjectAltName=${name}`],
        ...['-keyout', join(folder, 'key'), '-out', join(folder, 'certificate')],
      ],
      { stdio: 'ignore' },
    );
    const certificate = readFileSync(join(folder, 'certificate'), 'utf8');
    const sha256 = new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase();
    return { key: readFileSync(join(folder, 'key'), 'utf8'), certificate, sha256 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
