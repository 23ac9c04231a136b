import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../../router/lab/programs.ts';
import { labTool } from '../../../router/lab/requireRouter.ts';

/** Whom certificates are for. */
export interface Named {
  /** FQDN. */
  readonly hostname: string;
  readonly address: string;
}

/** Makes all keys and certificates of a cluster, and the kubeconfigs of its parts, in a folder: one authority for everything. */
export async function writeCertificates(folder: string, servers: readonly Named[]): Promise<void> {
  await sign(folder, 'ca', '/CN=lab', ['-addext', 'keyUsage=keyCertSign,digitalSignature']);
  const names = servers.flatMap(({ hostname, address }) => [`DNS:${hostname}`, `IP:${address}`]);
  const cluster = ['DNS:kubernetes', 'DNS:kubernetes.default.svc', 'IP:10.43.0.1', 'IP:127.0.0.1'];
  const nodes = servers.map(({ hostname }) =>
    sign(folder, hostname, `/O=system:nodes/CN=system:node:${hostname}`, by(folder)),
  );
  await Promise.all([
    sign(folder, 'server', '/CN=k3s', by(folder, [...cluster, ...names])),
    sign(folder, 'client', '/O=system:masters/CN=admin', by(folder)),
    sign(folder, 'controllers', '/CN=system:kube-controller-manager', by(folder)),
    sign(folder, 'scheduler', '/CN=system:kube-scheduler', by(folder)),
    ...nodes,
  ]);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(join(folder, 'accounts.key'), privateKey.export({ type: 'sec1', format: 'pem' }));
  for (const name of ['client', 'controllers', 'scheduler', ...servers.map(({ hostname }) => hostname)])
    writeFileSync(join(folder, `${name}.kubeconfig`), kubeconfig(name));
}

/** How a certificate is signed by the authority, for servers of these names and for clients. */
function by(folder: string, names: readonly string[] = []): string[] {
  return [
    ...['-CA', join(folder, 'ca.crt'), '-CAkey', join(folder, 'ca.key')],
    ...['-addext', 'extendedKeyUsage=serverAuth,clientAuth', '-addext', 'basicConstraints=CA:FALSE'],
    ...(names.length === 0 ? [] : ['-addext', `subjectAltName=${names.join(',')}`]),
  ];
}

async function sign(folder: string, name: string, subject: string, more: readonly string[]): Promise<void> {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const files = ['-keyout', join(folder, `${name}.key`), '-out', join(folder, `${name}.crt`)];
  await must(labTool('openssl'), [
    'req',
    '-x509',
    ...key,
    '-days',
    '30',
    '-subj',
    subject,
    ...more,
    ...files,
  ]);
}

/** Of a part that runs on a server, where the folder is /lab/pki. JSON is YAML. */
function kubeconfig(name: string): string {
  const pki = '/lab/pki';
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'lab',
        cluster: { server: 'https://127.0.0.1:6443', 'certificate-authority': `${pki}/ca.crt` },
      },
    ],
    users: [
      { name, user: { 'client-certificate': `${pki}/${name}.crt`, 'client-key': `${pki}/${name}.key` } },
    ],
    contexts: [{ name: 'lab', context: { cluster: 'lab', user: name } }],
    'current-context': 'lab',
  });
}
