import { parse } from 'yaml';
import { repository } from '../../init/project.ts';
import { workflowFolder } from '../../init/repository/files.ts';
import { type WorkflowName, workflowNames } from '../../init/repository/workflows.ts';
import type { Inventory } from '../../inventory/model/inventory.ts';
import type { World } from '../../ports/world.ts';
import type { DoctorProblem, DoctorStep } from '../../report/doctorReport.ts';
import type { DoctorOptions } from './options.ts';
import { doubtful, missing, skipped, step } from './step.ts';

/** What the repository around the inventory has: secrets, workflows and the runner that they want. */
export async function stepsAround(
  { site }: Inventory,
  options: DoctorOptions,
  world: World,
): Promise<DoctorStep[]> {
  const texts = [...((await world.textFiles.readTree(workflowFolder)) ?? [])].filter(([path]) =>
    /\.ya?ml$/.test(path),
  );
  const found = new Map(
    workflowNames.map((name) => [name, texts.find(([, text]) => calls(text, name))?.[1]]),
  );
  const reimages = found.get('reimage') !== undefined;
  return [
    await secretsStep(site, reimages, options, world),
    workflowsStep(found, options),
    runnerStep(found),
  ];
}

/** Whether a workflow calls the reusable one, or the action with that command. */
function calls(text: string, name: WorkflowName): boolean {
  if (text.includes(`${repository}/.github/workflows/${name}.yml@`)) return true;
  const commands = name === 'validate' ? 'check|plan|publish' : name === 'drift' ? 'status' : name;
  return text.includes(`${repository}@`) && new RegExp(`\\bcommand:.*\\b(${commands})\\b`).test(text);
}

/** Where a workflow reimages, values are in GitHub, and nothing is missing here for it. */
async function secretsStep(
  { secrets }: Inventory['site'],
  reimages: boolean,
  { secretsFile, command }: DoctorOptions,
  world: World,
): Promise<DoctorStep> {
  const names = [...new Set(secrets.map(({ secret }) => secret))].sort();
  const values = world.secrets.open(secretsFile);
  const absent: string[] = [];
  for (const name of names) if ((await values.get(name)) === undefined) absent.push(name);
  const next = `export ${absent[0] ?? ''}=…, or ${command('doctor')} --secrets FILE; SECRETS.md tells how workflows get it`;
  const say = reimages ? doubtful : missing;
  return step(
    'secrets',
    names.length === 0 ? 'none are named' : `the values are at hand: ${names.join(', ')}`,
    absent.map((name) => say(`nobody gives the value of ${name} here`, next)),
  );
}

function workflowsStep(
  found: ReadonlyMap<WorkflowName, string | undefined>,
  { command }: DoctorOptions,
): DoctorStep {
  const absent = workflowNames.filter((name) => found.get(name) === undefined);
  const problems = absent.map(
    (name): DoctorProblem =>
      missing(
        `no workflow calls ${name}`,
        `${command('init')} adds ${workflowFolder}/${name}.yml, and leaves the others`,
      ),
  );
  return step('workflows', `all are there: ${workflowNames.join(', ')}`, problems);
}

/** Which runner is wanted can be told; whether it is there, only GitHub knows. */
function runnerStep(found: ReadonlyMap<WorkflowName, string | undefined>): DoctorStep {
  const labels = [
    ...new Set((['deploy', 'reimage', 'drift'] as const).flatMap((name) => labelsOf(found.get(name)))),
  ];
  if (labels.length === 0) return skipped('runner', 'no workflow needs one');
  return skipped(
    'runner',
    `workflows want one with ${labels.join(' or ')}; gh api "repos/{owner}/{repo}/actions/runners" lists yours`,
  );
}

function labelsOf(text: string | undefined): string[] {
  if (text === undefined) return [];
  try {
    const { jobs = {} } = parse(text) as {
      jobs?: Readonly<Record<string, { with?: { runner?: unknown } } | null>>;
    };
    const named = Object.values(jobs).flatMap((job) =>
      typeof job?.with?.runner === 'string' && job.with.runner !== '' ? [job.with.runner] : [],
    );
    return named.length > 0 ? named : ['["self-hosted"]'];
  } catch {
    return [];
  }
}
