import { getInput } from '@actions/core';
import { Failure } from '../shared/failure.ts';
import type { Severity } from '../shared/finding.ts';
import { type DeployInputs, readDeployInputs } from './deployInputs.ts';
import { type Flag, flagReader } from './flag.ts';
import { type NodeInputs, readNodeInputs } from './nodeInputs.ts';
import { missingChoice, type ReimageInputs, readReimageInputs } from './reimageInputs.ts';

const commands = ['check', 'plan', 'publish', 'deploy', 'reimage', 'status', 'images'] as const;
const severities = ['error', 'warning'] as const satisfies readonly Severity[];

/** What the step was asked for: every input of action.yml but those that are secret, read once. */
export interface Inputs {
  readonly command: (typeof commands)[number];
  /** Folder of the inventory. */
  readonly inventory: string;
  readonly site: string | undefined;
  /** What is compared with; undefined leaves it to the event. */
  readonly against: string | undefined;
  /** The least severe finding that fails the step. */
  readonly failOn: Severity;
  readonly annotations: boolean;
  readonly summary: boolean;
  readonly sarifFile: string | undefined;
  /** Folder that releases are kept below; undefined for a temporary one. */
  readonly out: string | undefined;
  readonly artifactName: string;
  /** Undefined for the repository's own setting. */
  readonly retentionDays: number | undefined;
  readonly deploy: DeployInputs;
  readonly reimage: ReimageInputs;
  /** How nodes are reached. */
  readonly reach: NodeInputs;
  /** Whether a comment on the pull request says what it means. */
  readonly comment: boolean;
  /** Whether an issue says what differs. */
  readonly issue: boolean;
  /** File that an HTML report is written to. */
  readonly reportFile: string | undefined;
}

/** Longest that GitHub keeps an artifact, in a private repository. */
const mostRetentionDays = 400;

/**
 * Reads all inputs. Throws a {@link Failure} that names every input that is not as it should be, and what it may be;
 * values are never repeated, because a secret that was put in the wrong place would be shown.
 */
export function readInputs(): Inputs {
  const problems: string[] = [];
  const choice = <T extends string>(name: string, choices: readonly T[], byDefault: T): T => {
    const text = getInput(name) || byDefault;
    const chosen = choices.find((each) => each === text);
    if (chosen === undefined) problems.push(`\`${name}\` is one of ${choices.map(quoted).join(', ')}`);
    return chosen ?? byDefault;
  };
  const flag: Flag = flagReader(problems);
  const inputs: Inputs = {
    command: choice('command', commands, 'check'),
    inventory: getInput('inventory') || 'inventory',
    site: optional('site'),
    against: optional('against'),
    failOn: choice('fail-on', severities, 'error'),
    annotations: flag('annotations', true),
    summary: flag('summary', true),
    sarifFile: optional('sarif-file'),
    out: optional('out'),
    artifactName: artifactName(problems),
    retentionDays: retentionDays(problems),
    deploy: readDeployInputs(flag, problems),
    reimage: readReimageInputs(flag, problems),
    reach: readNodeInputs(flag, problems),
    comment: flag('comment'),
    issue: flag('issue'),
    reportFile: optional('report-file'),
  };
  if (inputs.command === 'reimage') problems.push(...missingChoice(inputs.reimage));
  if (problems.length === 0) return inputs;
  throw new Failure('usage', `the inputs of the step are not right: ${problems.join('; ')}`, {
    next: 'mend `with:` of the step; docs/action.md describes all inputs',
  });
}

function quoted(text: string): string {
  return `\`${text}\``;
}

function optional(name: string): string | undefined {
  return getInput(name) || undefined;
}

/** What GitHub takes as the name of an artifact; source: @actions/artifact's validation of names. */
function artifactName(problems: string[]): string {
  const name = getInput('artifact-name') || 'pilotlight-release';
  if (!/^[^":<>|*?\\/\p{Cc}]{1,128}$/u.test(name)) {
    problems.push('`artifact-name` has at most 128 characters, and none of `" : < > | * ? \\ /`');
  }
  return name;
}

function retentionDays(problems: string[]): number | undefined {
  const text = getInput('retention-days') || '0';
  const days = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (!(days <= mostRetentionDays)) {
    problems.push(`\`retention-days\` is a whole number from 0 to ${mostRetentionDays}`);
  }
  return days === 0 ? undefined : days;
}
