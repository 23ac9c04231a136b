import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { initializeCA, initializeTLog } from '@sigstore/mock';
import { canonicalJson } from '../../src/shared/digest.ts';

/** What a workflow is, as the certificate says it. */
export interface SignedBy {
  readonly repository: string;
  /** The one that was started. */
  readonly workflow: string;
  /** The one whose job signed; the same where it is left out. */
  readonly signer?: string;
  readonly issuer: string;
}

export const usualSigner: SignedBy = {
  repository: 'https://github.com/lerenn/lab',
  workflow: 'https://github.com/lerenn/lab/.github/workflows/deploy.yml@refs/heads/main',
  issuer: 'https://token.actions.githubusercontent.com',
};

/** An authority, a log of certificates and a log of signatures, which together are a Sigstore of our own. */
export interface SigstoreModel {
  /** As `gh attestation trusted-root` prints it. */
  readonly trustedRoot: string;
  /** A bundle of a statement, as GitHub keeps it. */
  attest(statement: object, by?: Partial<SignedBy>): Promise<unknown>;
}

const rekor = 'https://rekor.example.org';

export async function newSigstore(): Promise<SigstoreModel> {
  const key = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const logKeys = key();
  const ctlog = certificateLog(key());
  const ca = await initializeCA(generateKeyPairSync('ec', { namedCurve: 'secp384r1' }) as never, ctlog);
  const tlog = await initializeTLog(rekor, logKeys as never);
  const logId = createHash('sha256').update(tlog.publicKey).digest();

  const attest: SigstoreModel['attest'] = async (statement, by = {}) => {
    const signer = { ...usualSigner, ...by };
    const keys = key();
    const certificate = await ca.issueCertificate({
      publicKey: spki(keys.publicKey),
      subjectAltName: signer.signer ?? signer.workflow,
      extensions: [
        { oid: '1.3.6.1.4.1.57264.1.8', value: signer.issuer },
        { oid: '1.3.6.1.4.1.57264.1.9', value: signer.signer ?? signer.workflow },
        { oid: '1.3.6.1.4.1.57264.1.12', value: signer.repository },
        { oid: '1.3.6.1.4.1.57264.1.18', value: signer.workflow },
      ],
    });
    const payload = Buffer.from(JSON.stringify(statement));
    const payloadType = 'application/vnd.in-toto+json';
    const signature = sign('sha256', preAuthEncoding(payloadType, payload), keys.privateKey);
    const dsseEnvelope = {
      payload: payload.toString('base64'),
      payloadType,
      signatures: [{ sig: signature.toString('base64'), keyid: '' }],
    };
    const verifier = Buffer.from(pem(certificate)).toString('base64');
    const logged = await tlog.log({
      apiVersion: '0.0.1',
      kind: 'dsse',
      spec: {
        envelopeHash: { algorithm: 'sha256', value: hex(canonicalJson(dsseEnvelope)) },
        payloadHash: { algorithm: 'sha256', value: hex(payload) },
        signatures: [{ signature: signature.toString('base64'), verifier }],
      },
    });
    return {
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: {
        certificate: { rawBytes: certificate.toString('base64') },
        tlogEntries: Object.values(logged).map((entry) => logEntry(entry as LogEntry, logId)),
        timestampVerificationData: { rfc3161Timestamps: [] },
      },
      dsseEnvelope,
    };
  };
  const always = { validFor: { start: '2020-01-01T00:00:00Z' } };
  const log = (publicKey: Buffer, id: Buffer, baseUrl: string) => ({
    baseUrl,
    hashAlgorithm: 'SHA2_256',
    publicKey: {
      rawBytes: publicKey.toString('base64'),
      keyDetails: 'PKIX_ECDSA_P256_SHA_256',
      ...always,
    },
    logId: { keyId: id.toString('base64') },
  });
  const trustedRoot = {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [log(tlog.publicKey, logId, rekor)],
    ctlogs: [log(ctlog.publicKey, ctlog.logID, 'https://ct.example.org')],
    certificateAuthorities: [
      {
        subject: { organization: 'sigstore.mock', commonName: 'sigstore' },
        uri: 'https://fulcio.example.org',
        certChain: { certificates: [{ rawBytes: ca.rootCertificate.toString('base64') }] },
        ...always,
      },
    ],
    timestampAuthorities: [],
  };
  return { trustedRoot: `${JSON.stringify(trustedRoot)}\n`, attest };
}

type CtLog = NonNullable<Parameters<typeof initializeCA>[1]>;

/** A log of certificates; that of the mock leaves its signatures empty. Source: RFC 6962, 3.2. */
function certificateLog({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }): CtLog {
  const der = spki(publicKey);
  const logID = createHash('sha256').update(der).digest();
  const number = (value: number | bigint, bytes: number): Buffer =>
    Buffer.from(
      BigInt(value)
        .toString(16)
        .padStart(bytes * 2, '0'),
      'hex',
    );
  return {
    publicKey: der,
    logID,
    log: async (certificate, issuer) => {
      const timestamp = number(Date.now(), 8);
      const toBeSigned = firstInside(Buffer.from(certificate));
      const signed = [
        Buffer.from([0, 0]),
        timestamp,
        Buffer.from([0, 1]),
        Buffer.from(issuer),
        number(toBeSigned.length, 3),
        toBeSigned,
        Buffer.from([0, 0]),
      ];
      const signature = sign('sha256', Buffer.concat(signed), privateKey);
      const answer = Buffer.concat([
        Buffer.from([0]),
        logID,
        timestamp,
        Buffer.from([0, 0, 4, 3]),
        number(signature.length, 2),
        signature,
      ]);
      return Uint8Array.from([...number(answer.length, 2), ...answer]).buffer;
    },
  };
}

/** The first element of a sequence in DER: what is signed of a certificate. */
function firstInside(der: Buffer): Buffer {
  const header = (at: number): number => 2 + ((der[at + 1] ?? 0) < 0x80 ? 0 : (der[at + 1] ?? 0) - 0x80);
  const begin = header(0);
  const size = header(begin);
  const length = size === 2 ? (der[begin + 1] ?? 0) : der.readUIntBE(begin + 2, size - 2);
  return der.subarray(begin, begin + size + length);
}

/** A statement of how something was made, as actions/attest-build-provenance writes it. */
export function provenance(digest: string): object {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'manifest.json', digest: { sha256: digest } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {},
  };
}

interface LogEntry {
  readonly body: string;
  readonly integratedTime: number;
  readonly logIndex: number;
  readonly verification: {
    readonly signedEntryTimestamp: string;
    readonly inclusionProof: {
      readonly logIndex: number;
      readonly treeSize: number;
      readonly checkpoint: string;
      readonly hashes: readonly string[];
      readonly rootHash: string;
    };
  };
}

function logEntry({ body, integratedTime, logIndex, verification }: LogEntry, logId: Buffer) {
  const { inclusionProof, signedEntryTimestamp } = verification;
  return {
    logIndex: String(logIndex),
    logId: { keyId: logId.toString('base64') },
    kindVersion: { kind: 'dsse', version: '0.0.1' },
    integratedTime: String(integratedTime),
    inclusionPromise: { signedEntryTimestamp },
    inclusionProof: {
      logIndex: String(inclusionProof.logIndex),
      treeSize: String(inclusionProof.treeSize),
      rootHash: Buffer.from(inclusionProof.rootHash, 'hex').toString('base64'),
      hashes: [],
      checkpoint: { envelope: inclusionProof.checkpoint },
    },
    canonicalizedBody: body,
  };
}

function preAuthEncoding(type: string, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} ${type} ${payload.length} `), payload]);
}

function spki(key: KeyObject): Buffer {
  return createPublicKey(key.export({ format: 'pem', type: 'spki' })).export({ format: 'der', type: 'spki' });
}

function pem(certificate: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`;
}

function hex(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
