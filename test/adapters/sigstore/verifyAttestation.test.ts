import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trustedRoots } from '../../../src/adapters/sigstore/trustedRoots.ts';
import { verifyAttestation } from '../../../src/adapters/sigstore/verifyAttestation.ts';
import { sha256 } from '../../../src/shared/digest.ts';
import { newSigstore, provenance, type SigstoreModel } from '../../fakes/sigstoreModel.ts';

const folder = mkdtempSync(join(tmpdir(), 'pilotlight-sigstore-'));
const digest = sha256('a manifest');
const policy = { digest, repository: 'https://github.com/lerenn/lab', workflow: undefined };
let sigstore: SigstoreModel;
let roots: Awaited<ReturnType<typeof trustedRoots>>;

beforeAll(async () => {
  sigstore = await newSigstore();
  roots = await trustedRoots({ file: written('root.jsonl', sigstore.trustedRoot) });
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** What an attestation comes to: who made it, or why it will not do. */
async function verified(bundle: unknown, more: Partial<Parameters<typeof verifyAttestation>[1]> = {}) {
  try {
    return verifyAttestation([bundle], { ...policy, ...more }, roots);
  } catch (error) {
    return (error as Error).message;
  }
}

describe('an attestation', () => {
  test('of the release, made by a workflow of the repository, will do', async () => {
    const bundle = await sigstore.attest(provenance(digest));
    expect(await verified(bundle)).toMatchObject({
      repository: 'https://github.com/lerenn/lab',
      workflow: 'https://github.com/lerenn/lab/.github/workflows/deploy.yml@refs/heads/main',
    });
    expect(await verified(bundle, { workflow: '.github/workflows/deploy.yml' })).toBeTypeOf('object');
    expect(await verified(bundle, { workflow: '.github/workflows/deploy.yml@refs/heads/main' })).toBeTypeOf(
      'object',
    );
  });

  test.each([
    [
      'another repository',
      { repository: 'https://github.com/mallory/lab' },
      'made by https://github.com/mallory/lab',
    ],
    [
      'one with a longer name',
      { repository: 'https://github.com/lerenn/lab2' },
      'made by https://github.com/lerenn/lab2',
    ],
    ['another issuer', { issuer: 'https://accounts.example.org' }, 'not made by GitHub Actions'],
  ])('made by %s will not', async (_, by, words) => {
    expect(await verified(await sigstore.attest(provenance(digest), by))).toContain(words);
  });

  test('made by another workflow, or for another branch, will not where one is named', async () => {
    const workflow = 'https://github.com/lerenn/lab/.github/workflows/deploy.yml@refs/pull/12/merge';
    const bundle = await sigstore.attest(provenance(digest), { workflow });
    const main = '.github/workflows/deploy.yml@refs/heads/main';
    expect(await verified(bundle, { workflow: main })).toContain(`made by the workflow ${workflow}`);
    expect(await verified(bundle, { workflow: '.github/workflows/other.yml' })).toContain(
      'made by the workflow',
    );
    expect(await verified(bundle, { workflow: '.github/workflows/deploy.yml' })).toBeTypeOf('object');
  });

  test('of a reusable workflow is judged by the repository that ran it; the signer may be named', async () => {
    const signer = 'https://github.com/lerenn/pilotlight/.github/workflows/validate.yml@refs/tags/v0.1.0';
    const bundle = await sigstore.attest(provenance(digest), { signer });
    expect(await verified(bundle)).toMatchObject({ repository: policy.repository, signer });
    const reusable = 'lerenn/pilotlight/.github/workflows/validate.yml';
    for (const workflow of [
      reusable,
      `Lerenn/${reusable.slice(7)}@refs/tags/v0.1.0`,
      '.github/workflows/deploy.yml',
    ])
      expect(await verified(bundle, { workflow })).toBeTypeOf('object');
    for (const workflow of [
      `${reusable}@refs/heads/main`,
      'mallory/pilotlight/.github/workflows/validate.yml',
    ])
      expect(await verified(bundle, { workflow })).toContain(`made by the workflow ${signer}`);
    const strange = await sigstore.attest(provenance(digest), {
      signer,
      repository: 'https://github.com/mallory/lab',
    });
    expect(await verified(strange, { workflow: reusable })).toContain(
      'made by https://github.com/mallory/lab',
    );
  });

  test('without a log entry, a proof of it, or a time will not', async () => {
    interface Bundle {
      mediaType: string;
      verificationMaterial: { tlogEntries: Record<string, unknown>[]; certificate: unknown };
    }
    const spoilt = async (spoil: (bundle: Bundle, entry: Record<string, unknown>) => void) => {
      const bundle = (await sigstore.attest(provenance(digest))) as Bundle;
      spoil(bundle, bundle.verificationMaterial.tlogEntries[0] ?? {});
      return verified(bundle);
    };
    const cannot = 'its signature cannot be verified';
    expect(await spoilt(({ verificationMaterial }) => verificationMaterial.tlogEntries.splice(0))).toContain(
      cannot,
    );
    expect(await spoilt((_, entry) => delete entry.inclusionProof)).toContain(cannot);
    // The time at which it was logged is signed with the promise.
    expect(await spoilt((_, entry) => delete entry.inclusionPromise)).toContain(cannot);
    expect(await spoilt((_, entry) => Object.assign(entry, { integratedTime: '0' }))).toContain(cannot);
    expect(await spoilt((_, entry) => Object.assign(entry, { integratedTime: '1700000000' }))).toContain(
      cannot,
    );
    expect(
      await spoilt((bundle, entry) => {
        bundle.mediaType = 'application/vnd.dev.sigstore.bundle+json;version=0.1';
        delete entry.inclusionProof;
        const { certificate } = bundle.verificationMaterial;
        Object.assign(bundle.verificationMaterial, {
          certificate: undefined,
          x509CertificateChain: { certificates: [certificate] },
        });
      }),
    ).toContain('nothing proves that the public log has it');
  });

  test('of something else, or of another kind, will not', async () => {
    expect(await verified(await sigstore.attest(provenance(sha256('another'))))).toContain(
      'it is of something else',
    );
    const broken = { ...provenance(digest), predicateType: 'https://example.org/broken' };
    expect(await verified(await sigstore.attest(broken))).toContain('says nothing of how');
    expect(await verified(await sigstore.attest([]))).toContain('none of its attestations will do');
  });

  test('that was changed will not, and neither will one of another authority', async () => {
    const bundle = (await sigstore.attest(provenance(sha256('another')))) as {
      dsseEnvelope: { payload: string };
    };
    bundle.dsseEnvelope.payload = Buffer.from(JSON.stringify(provenance(digest))).toString('base64');
    expect(await verified(bundle)).toContain('its signature cannot be verified');
    const other = await newSigstore();
    expect(await verified(await other.attest(provenance(digest)))).toContain(
      'its signature cannot be verified',
    );
    for (const nonsense of [null, {}, [], 'x', { mediaType: 1 }, { dsseEnvelope: {} }])
      expect(await verified(nonsense)).toContain('its signature cannot be verified');
  });

  test('one that will do is enough, and none is a refusal', async () => {
    const good = await sigstore.attest(provenance(digest));
    expect(verifyAttestation([{}, good], policy, roots)).toBeTypeOf('object');
    expect(() => verifyAttestation([], policy, roots)).toThrow(
      'the release is not attested by this repository: it has none',
    );
  });
});

describe('a trusted root', () => {
  test('may be several lines, of which each is one', async () => {
    const two = written('two.jsonl', sigstore.trustedRoot + (await newSigstore()).trustedRoot);
    expect(await trustedRoots({ file: two })).toHaveLength(2);
    const pretty = written('pretty.json', JSON.stringify(JSON.parse(sigstore.trustedRoot), undefined, 2));
    expect(await trustedRoots({ file: pretty })).toHaveLength(1);
  });

  test.each(['', '{}', 'nonsense', '[]'])('that names nobody is refused: %j', async (text) => {
    await expect(trustedRoots({ file: written('bad.json', text) })).rejects.toMatchObject({ kind: 'usage' });
  });

  test('that is not there is refused', async () => {
    const missing = trustedRoots({ file: join(folder, 'missing') });
    await expect(missing).rejects.toMatchObject({
      message: 'cannot read the trusted root: no such file or folder',
    });
  });
});
