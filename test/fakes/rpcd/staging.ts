import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { isText, isTexts, isValues, type Message, UbusError } from './status.ts';

/** The real uci, as rpcd has libuci: the configuration, and what a session staged. */
export interface Uci {
  readonly program: string;
  readonly config: string;
}

/** Runs the real uci with a session's folder for what is staged; answers what it prints. */
export function uci({ program, config }: Uci, staged: string, ...words: readonly string[]): string {
  mkdirSync(staged, { recursive: true, mode: 0o700 });
  const { status, stdout, stderr } = spawnSync(program, ['-q', '-c', config, '-t', staged, ...words], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new UbusError('notFound', `uci ${words.join(' ')}: ${stderr}`);
  return stdout;
}

/** The methods of rpcd's object `uci` that stage something. */
export const stagingMethods = ['add', 'set', 'delete', 'order'] as const;
export type StagingMethod = (typeof stagingMethods)[number];

/** Stages one change of a package. Strict where rpcd is silent: a section that is not there is an error. */
export function stage(
  tool: Uci,
  staged: string,
  name: string,
  method: StagingMethod,
  message: Message,
): void {
  const run = (...words: readonly string[]): string => uci(tool, staged, ...words);
  run('export', name);
  if (method === 'add') add(run, name, message);
  if (method === 'set') set(run, name, message);
  if (method === 'delete') remove(run, name, message);
  if (method === 'order') order(run, name, message);
}

type Run = (...words: readonly string[]) => string;

function add(run: Run, name: string, message: Message): void {
  const type = message.need('type', isText);
  const section = message.need('name', isText);
  const values = message.take('values', isValues) ?? {};
  message.end();
  run('set', `${name}.${section}=${type}`);
  setValues(run, `${name}.${section}`, values);
}

function set(run: Run, name: string, message: Message): void {
  const section = message.need('section', isText);
  const values = message.need('values', isValues);
  message.end();
  run('get', `${name}.${section}`);
  setValues(run, `${name}.${section}`, values);
}

function setValues(run: Run, section: string, values: Record<string, string | string[]>): void {
  for (const [option, value] of Object.entries(values)) {
    if (typeof value === 'string') {
      run('set', `${section}.${option}=${value}`);
      continue;
    }
    if (hasOption(run, `${section}.${option}`)) run('delete', `${section}.${option}`);
    for (const each of value) run('add_list', `${section}.${option}=${each}`);
  }
}

function hasOption(run: Run, option: string): boolean {
  try {
    run('get', option);
    return true;
  } catch {
    return false;
  }
}

function remove(run: Run, name: string, message: Message): void {
  const section = message.need('section', isText);
  const option = message.take('option', isText);
  message.end();
  run('delete', option === undefined ? `${name}.${section}` : `${name}.${section}.${option}`);
}

function order(run: Run, name: string, message: Message): void {
  const sections = message.need('sections', isTexts);
  message.end();
  for (const [index, section] of sections.entries()) run('reorder', `${name}.${section}=${index}`);
}
