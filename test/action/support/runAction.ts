import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCache } from '../../tools/compileCache.ts';
import { type RunnerCommand, runnerCommands } from './commands.ts';
import type { Workspace } from './workspace.ts';

/** A step as a workflow has it. */
export interface Step {
  readonly inputs?: Readonly<Record<string, string>>;
  /** The event and its payload. */
  readonly event?: { readonly name: string; readonly payload: unknown };
  readonly environment?: Readonly<Record<string, string>>;
  /** The program that runs it. */
  readonly node?: string;
  readonly commit?: string;
  /** What an earlier part of the step saved. */
  readonly state?: Readonly<Record<string, string>>;
  /** Told what was printed so far, whenever there is more; may send signals. */
  readonly watch?: (output: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** What GitHub would see of the step. */
export interface StepResult {
  readonly code: number | null;
  /** Standard output and error. */
  readonly log: string;
  readonly errorOutput: string;
  readonly commands: readonly RunnerCommand[];
  /** Commands that became annotations. */
  readonly annotations: readonly RunnerCommand[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What was saved for the end of the step. */
  readonly state: Readonly<Record<string, string>>;
  /** What was written to the files of GITHUB_ENV, GITHUB_PATH and GITHUB_STATE. */
  readonly changedEnvironment: string;
}

const files = ['OUTPUT', 'STEP_SUMMARY', 'ENV', 'PATH', 'STATE'] as const;

/** Runs the built action as a runner does: a process of its own with nothing but the runner's environment. */
export async function runAction(main: string, workspace: Workspace, step: Step = {}): Promise<StepResult> {
  const runner = join(workspace.around, 'runner');
  mkdirSync(join(runner, 'temp'), { recursive: true });
  for (const name of files) writeFileSync(join(runner, name), '');
  const { name, payload } = step.event ?? { name: 'workflow_dispatch', payload: {} };
  writeFileSync(join(runner, 'event.json'), JSON.stringify(payload));
  const commit = step.commit ?? workspace.git('rev-parse', 'HEAD');
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: runner,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace.folder,
    GITHUB_REPOSITORY: 'lerenn/lab',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: commit,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_RUN_ID: '4711',
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: join(runner, 'event.json'),
    RUNNER_TEMP: join(runner, 'temp'),
    ...compileCache(),
    ...Object.fromEntries(files.map((file) => [`GITHUB_${file}`, join(runner, file)])),
    ...Object.fromEntries(
      Object.entries(step.inputs ?? {}).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value]),
    ),
    ...Object.fromEntries(Object.entries(step.state ?? {}).map(([key, value]) => [`STATE_${key}`, value])),
    ...step.environment,
  };
  const program = { node: step.node ?? process.execPath, main, folder: workspace.folder, environment };
  const ended = await runProcess(program, step.watch);
  const text = (file: (typeof files)[number]) => readFileSync(join(runner, file), 'utf8');
  const commands = runnerCommands(ended.output);
  return {
    code: ended.code,
    log: ended.output + ended.errorOutput,
    errorOutput: ended.errorOutput,
    commands,
    annotations: commands.filter((each) => ['error', 'warning', 'notice'].includes(each.name)),
    outputs: parseOutputs(text('OUTPUT')),
    summary: text('STEP_SUMMARY'),
    state: parseOutputs(text('STATE')),
    changedEnvironment: text('ENV') + text('PATH') + text('STATE'),
  };
}

interface Program {
  readonly node: string;
  readonly main: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

async function runProcess(
  { node, main, folder, environment }: Program,
  watch: Step['watch'],
): Promise<{ code: number | null; output: string; errorOutput: string }> {
  const child = spawn(node, [main], { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errorOutput = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    watch?.(output, (signal) => child.kill(signal));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errorOutput += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, output, errorOutput };
}

/** Reads `name<<delimiter`, the value, and the delimiter, as the runner does. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [, name, delimiter] = /^(.+?)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at);
    outputs[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return outputs;
}
