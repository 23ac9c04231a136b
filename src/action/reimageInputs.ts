import { getInput } from '@actions/core';
import type { Flag } from './flag.ts';

/** What `reimage` was asked for. */
export interface ReimageInputs {
  /** Names of nodes, or which ones. */
  readonly nodes: readonly string[] | 'changed' | 'all';
  /** Whether the nodes leave the cluster for good in place of being installed anew. */
  readonly remove: boolean;
  /** File of a plan that was approved. */
  readonly carryOut: string | undefined;
  /** Whether the run that is there is gone on with, or taken back. */
  readonly go: 'resume' | 'abort' | undefined;
  readonly bootstrap: boolean;
  readonly replaceDead: boolean;
  readonly deleteEmptyDirData: boolean;
  readonly force: boolean;
  readonly drainSeconds: number;
}

/** Reads the inputs of `reimage`, and notes what is wrong with them. */
export function readReimageInputs(flag: Flag, problems: string[]): ReimageInputs {
  const names = getInput('nodes')
    .split(/[\s,]+/)
    .filter((name) => name !== '');
  const [changed, all, resume, abort] = [flag('changed'), flag('all'), flag('resume'), flag('abort')];
  const inputs: ReimageInputs = {
    nodes: all ? 'all' : changed ? 'changed' : names,
    remove: flag('remove'),
    carryOut: getInput('carry-out') || undefined,
    go: resume ? 'resume' : abort ? 'abort' : undefined,
    bootstrap: flag('bootstrap'),
    replaceDead: flag('replace-dead'),
    deleteEmptyDirData: flag('delete-emptydir-data'),
    force: flag('force'),
    drainSeconds: timeOf('drain-timeout', problems) ?? usualDrainSeconds,
  };
  const said = [names.length > 0, changed, all].filter((each) => each).length;
  if (inputs.carryOut === undefined && said > 1)
    problems.push('one of `nodes`, `changed` and `all` says what is meant, and no two of them');
  const ways = [resume, abort, inputs.carryOut !== undefined].filter((each) => each).length;
  if (ways > 1 || (inputs.go !== undefined && said > 0))
    problems.push(
      '`resume` and `abort` go on with what was begun: neither other nodes nor a plan go with them',
    );
  if (inputs.go !== undefined && flag('dry-run')) problems.push('`dry-run` is for a reimage that begins');
  if (inputs.remove && !mayRemove(inputs))
    problems.push('`remove` goes with `nodes`, each of them named, and not with `bootstrap`');
  return inputs;
}

/** Nothing leaves a cluster unnamed. A plan that was approved names its nodes. */
function mayRemove({ nodes, carryOut, go, bootstrap }: ReimageInputs): boolean {
  if (go !== undefined || bootstrap) return false;
  return carryOut !== undefined || (typeof nodes !== 'string' && nodes.length > 0);
}

/** What is missing where nobody says which nodes are meant. */
export function missingChoice({ nodes, carryOut, go }: ReimageInputs): string[] {
  if (carryOut !== undefined || go !== undefined || typeof nodes === 'string' || nodes.length > 0) return [];
  return ['`reimage` needs one of `nodes`, `changed`, `all`, `carry-out`, `resume` and `abort`'];
}

const usualDrainSeconds = 300;
const units = { s: 1, m: 60, h: 3600 } as const;

function timeOf(name: string, problems: string[]): number | undefined {
  const text = getInput(name);
  if (text === '') return undefined;
  const [, number, unit = 's'] = /^(\d{1,6})([smh])?$/.exec(text) ?? [];
  if (number === undefined) problems.push(`\`${name}\` is a time such as \`90s\`, \`5m\` or \`1h\``);
  return number === undefined ? undefined : Number(number) * units[unit as keyof typeof units];
}
