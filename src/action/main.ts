/** The GitHub Action: reads the inputs, runs one command over the inventory, and tells GitHub what came of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { group } from '@actions/core';
import { createWorld } from '../adapters/world.ts';
import { runCommand } from './commands.ts';
import { readCredentials } from './credentials.ts';
import { readEvent } from './event.ts';
import { fail } from './failure.ts';
import { readInputs } from './inputs.ts';
import { settlePaths } from './paths.ts';
import { printLog, tell } from './report.ts';
import { writeSarif } from './sarifFile.ts';
import { refuseStrangers } from './stranger.ts';
import { uploadReleases } from './upload.ts';

try {
  await run(process.env);
} catch (error) {
  fail(error);
}

async function run(environment: NodeJS.ProcessEnv): Promise<void> {
  const workspace = environment.GITHUB_WORKSPACE || process.cwd();
  process.chdir(workspace);
  const inputs = settlePaths(readInputs(), process.cwd());
  const event = await readEvent(environment, inputs.inventory);
  if (inputs.command === 'deploy') refuseStrangers(event);
  const temporary = environment.RUNNER_TEMP || tmpdir();
  const ssh = inputs.command === 'deploy' ? readCredentials(environment) : {};
  const world = createWorld({ environment: withCache(environment, temporary), cache: true, ssh });
  const out = inputs.out ?? mkdtempSync(join(temporary, 'pilotlight-'));
  try {
    const result = await runCommand(inputs, event, out, world);
    printLog(result, environment);
    const upload = () => uploadReleases(result, inputs, event, world);
    const { uploads, failure } =
      inputs.command === 'publish' ? await group('Upload', upload) : { uploads: [], failure: undefined };
    await tell({ inputs, event, result, uploads, environment });
    if (inputs.sarifFile !== undefined) writeSarif(result.findings, inputs.sarifFile);
    const failed = failure ?? result.failure;
    if (failed !== undefined) throw failed;
  } finally {
    if (inputs.out === undefined && inputs.command !== 'publish') rmSync(out, { recursive: true });
    world.cache.close();
    await world.translator.close();
  }
}

/** What was translated is kept for the other steps of the job, and no longer: jobs may not trust each other. */
function withCache(environment: NodeJS.ProcessEnv, temporary: string): NodeJS.ProcessEnv {
  return { PILOTLIGHT_CACHE: join(temporary, 'pilotlight-cache'), ...environment };
}
