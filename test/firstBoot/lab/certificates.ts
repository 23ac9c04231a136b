import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../../router/lab/programs.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';

/** The CA of a cluster, and a certificate of its API servers, as K3s makes them when it founds one. */
export interface ClusterCa {
  /** What a server answers at /cacerts. */
  readonly pem: string;
  /** SHA-256 of that, in hexadecimal digits: what a whole token (`K10<hash>::…`) begins with. */
  readonly hash: string;
  /** Of every server of the cluster. */
  readonly certificate: string;
  readonly key: string;
}

/** Makes a CA, and a certificate for these names and addresses. */
export async function newCa(hosts: readonly string[], context: Skipping): Promise<ClusterCa> {
  const openssl = requireTool('openssl', context);
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-ca-'));
  const at = (name: string): string => join(folder, name);
  const request = (name: string, subject: string, ...more: string[]) =>
    must(openssl, [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
      ...['-subj', subject, '-keyout', at(`${name}.key`), '-out', at(`${name}.pem`), ...more],
    ]);
  try {
    await request('ca', '/CN=k3s-server-ca@1753000000', '-addext', 'keyUsage=critical,keyCertSign');
    const names = hosts.map((host) => `${/^[\d.]+$/.test(host) ? 'IP' : 'DNS'}:${host}`);
    await request(
      'server',
      '/O=k3s/CN=k3s',
      ...['-CA', at('ca.pem'), '-CAkey', at('ca.key')],
      ...['-addext', `subjectAltName=${names.join(',')}`, '-addext', 'basicConstraints=critical,CA:FALSE'],
    );
    const pem = readFileSync(at('ca.pem'), 'utf8');
    return {
      pem,
      hash: createHash('sha256').update(pem).digest('hex'),
      certificate: readFileSync(at('server.pem'), 'utf8'),
      key: readFileSync(at('server.key'), 'utf8'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
