import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { group } from '@actions/core';
import { openGithub } from '../adapters/github/openGithub.ts';
import { createWorld } from '../adapters/world.ts';
import { requireAttestation } from './attestation.ts';
import { runCommand } from './commands.ts';
import { comment } from './comment.ts';
import { readCredentials } from './credentials.ts';
import { readEvent } from './event.ts';
import { hide } from './hide.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { keepIssue } from './issue.ts';
import { settlePaths } from './paths.ts';
import { printLog, tell, writeSummary } from './report.ts';
import { writeReport } from './reportFile.ts';
import { writeSarif } from './sarifFile.ts';
import { refuseStrangers } from './stranger.ts';
import { summaryOf } from './summary.ts';
import { readToken } from './token.ts';
import { uploadReleases } from './upload.ts';

/** Commands that connect to routers and nodes. */
const connecting: readonly Inputs['command'][] = ['deploy', 'reimage', 'status'];

/** The action: reads the inputs, runs one command over the inventory, and tells GitHub what came of it. Throws why the step failed. */
export async function run(environment: NodeJS.ProcessEnv): Promise<void> {
  const workspace = environment.GITHUB_WORKSPACE || process.cwd();
  process.chdir(workspace);
  const token = readToken(environment);
  const asked = settlePaths(readInputs(), process.cwd());
  const event = await readEvent(environment, asked.inventory);
  refuseStrangers(event, asked.command);
  const temporary = environment.RUNNER_TEMP || tmpdir();
  const github = openGithub({ token, repository: event.repository, url: apiUrl(environment) });
  const inputs =
    asked.command === 'deploy'
      ? await requireAttestation(asked, { event, github, cache: join(temporary, 'pilotlight-sigstore') })
      : asked;
  const ssh = connecting.includes(inputs.command) ? readCredentials(environment) : {};
  const world = createWorld({ environment: withCache(environment, temporary), cache: true, ssh, mask: hide });
  const out = inputs.out ?? mkdtempSync(join(temporary, 'pilotlight-'));
  try {
    const result = await runCommand(inputs, {
      event,
      out,
      world,
      onChange: (soFar) => {
        // The runner shows it when the step ends: so that there is one even when it is killed.
        if (inputs.summary) writeSummary(summaryOf(soFar, { event, uploads: [], left: 0 }), environment);
      },
    });
    printLog(result, environment);
    const upload = () => uploadReleases(result, inputs, event, world);
    const { uploads, failure } =
      inputs.command === 'publish' ? await group('Upload', upload) : { uploads: [], failure: undefined };
    const notes = [
      ...result.notes,
      ...(await comment(inputs, event, result, github)),
      ...(await writeReport(inputs, result, { event, world })),
    ];
    const unkept = await keepIssue(inputs, event, result, github);
    tell({ inputs, event, result: { ...result, notes }, uploads, environment });
    if (inputs.sarifFile !== undefined) writeSarif(result.findings, inputs.sarifFile);
    const failed = failure ?? result.failure ?? unkept;
    if (failed !== undefined) throw failed;
  } finally {
    if (inputs.out === undefined && !outliving.includes(inputs.command)) rmSync(out, { recursive: true });
    world.cache.close();
    await world.translator.close();
  }
}

/** Commands whose folder later steps read. */
const outliving: readonly Inputs['command'][] = ['publish', 'reimage'];

function apiUrl({ GITHUB_API_URL }: NodeJS.ProcessEnv): string {
  return GITHUB_API_URL || 'https://api.github.com';
}

/** What was translated is kept for the other steps of the job, and no longer: jobs may not trust each other. */
function withCache(environment: NodeJS.ProcessEnv, temporary: string): NodeJS.ProcessEnv {
  return { PILOTLIGHT_CACHE: join(temporary, 'pilotlight-cache'), ...environment };
}
