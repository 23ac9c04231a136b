import type { Signer } from '@sigstore/verify';

/** What the certificate of a signature says of the workflow that made it. Source: Fulcio's list of OIDs, below 1.3.6.1.4.1.57264.1. */
export interface WorkflowIdentity {
  /** `https://token.actions.githubusercontent.com` */
  readonly issuer: string | undefined;
  /** `https://github.com/lerenn/lab` */
  readonly repository: string | undefined;
  /** The workflow that was started: `https://github.com/lerenn/lab/.github/workflows/deploy.yml@refs/heads/main` */
  readonly workflow: string | undefined;
  /** The workflow whose job signed: another one than that where it is reusable, of any repository. */
  readonly signer: string | undefined;
  /** The commit that it ran on. */
  readonly commit: string | undefined;
  /** URL of the run. */
  readonly run: string | undefined;
}

const numbers = { issuer: 8, signer: 9, repository: 12, commit: 13, workflow: 18, run: 21 } as const;

/** Reads the extensions of a certificate that was verified. */
export function workflowIdentity({ identity }: Signer): WorkflowIdentity {
  const values = new Map(
    (identity?.oids ?? []).map(({ oid, value }) => [oid?.id.join('.') ?? '', utf8String(value)]),
  );
  const read = (key: keyof typeof numbers) => values.get(`1.3.6.1.4.1.57264.1.${numbers[key]}`);
  return {
    issuer: read('issuer'),
    repository: read('repository'),
    workflow: read('workflow'),
    signer: read('signer'),
    commit: read('commit'),
    run: read('run'),
  };
}

const utf8Tag = 0x0c;

/** A UTF8String in DER of less than 64 KiB; undefined for anything else. */
function utf8String(der: Buffer): string | undefined {
  const [tag, first = 0] = der;
  if (tag !== utf8Tag) return undefined;
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  if (lengthBytes > 2 || der.length < 2 + lengthBytes) return undefined;
  const length = lengthBytes === 0 ? first : der.readUIntBE(2, lengthBytes);
  const value = der.subarray(2 + lengthBytes);
  return value.length === length ? value.toString('utf8') : undefined;
}
