import { getInput } from '@actions/core';
import type { Flag } from './flag.ts';

/** What `deploy` was asked for, but for the key. */
export interface DeployInputs {
  /** Folder of a published release; undefined builds the inventory. */
  readonly release: string | undefined;
  /** Id of the release that may be deployed, or its first digits. */
  readonly expectRelease: string | undefined;
  /** Folder with the files of image sets; undefined for the cache of image files of the one who runs the job. */
  readonly images: string | undefined;
  /** Folder that is deployed to, in place of the router's storage. */
  readonly to: string | undefined;
  /** Seconds to wait for a lock that somebody holds. */
  readonly lockSeconds: number;
  /** Undefined for what the inventory says. */
  readonly keepReleases: number | undefined;
  /** Whether only the plan is made. */
  readonly dryRun: boolean;
  /** What the attestation of the release has to be; undefined where none is needed. */
  readonly attestation: AttestationInputs | undefined;
}

/** What is asked of an attestation. */
export interface AttestationInputs {
  /** As AttestationPolicy has it; undefined for any workflow that the repository runs. */
  readonly workflow: string | undefined;
  /** File with the authorities that count; undefined for Sigstore's own. */
  readonly trustedRoot: string | undefined;
}

/** Longest that a job runs on GitHub's own runners: 6 hours. */
const mostSeconds = 6 * 60 * 60;

/** Reads the inputs of `deploy`, and notes what is wrong with them. */
export function readDeployInputs(flag: Flag, problems: string[]): DeployInputs {
  const expectRelease = getInput('expect-release') || undefined;
  if (expectRelease !== undefined && !/^[0-9a-f]{12,64}$/i.test(expectRelease)) {
    problems.push('`expect-release` is the id of a release: 64 hexadecimal digits, or its first 12 and more');
  }
  return {
    release: getInput('release') || undefined,
    expectRelease,
    images: getInput('images') || undefined,
    to: getInput('to') || undefined,
    lockSeconds: wholeNumber('lock-timeout', { from: 0, to: mostSeconds }, problems) ?? 300,
    keepReleases: wholeNumber('keep-releases', { from: 1, to: 50 }, problems),
    dryRun: flag('dry-run'),
    attestation: attestationInputs(flag, problems),
  };
}

function attestationInputs(flag: Flag, problems: string[]): AttestationInputs | undefined {
  const required = flag('require-attestation');
  const workflow = getInput('attestation-workflow') || undefined;
  if (
    workflow !== undefined &&
    !/^(?:[\w.-]+\/[\w.-]+\/)?\.github\/workflows\/[^/@\s]+\.ya?ml(?:@\S+)?$/.test(workflow)
  ) {
    problems.push(
      '`attestation-workflow` is a path such as `.github/workflows/deploy.yml`, or of a reusable one `lerenn/pilotlight/.github/workflows/deploy.yml`; with `@refs/heads/main` for one branch',
    );
  }
  if (!required) return undefined;
  if (getInput('release') === '')
    problems.push('`require-attestation` needs `release`: what is attested is a release that was published');
  return { workflow, trustedRoot: getInput('trusted-root') || undefined };
}

function wholeNumber(
  name: string,
  { from, to }: { readonly from: number; readonly to: number },
  problems: string[],
): number | undefined {
  const text = getInput(name);
  if (text === '') return undefined;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= from && number <= to)) problems.push(`\`${name}\` is a whole number from ${from} to ${to}`);
  return number;
}
