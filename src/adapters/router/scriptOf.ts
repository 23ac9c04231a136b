import { routerScripts } from '../../generated/routerScripts.ts';

const { place, change, begin, end, restore } = routerScripts;
const shared = place + change;

/** Each operation's whole script: what it shares with others, and its own part. */
const scripts = {
  survey: shared + routerScripts.survey,
  applyTimer: shared + begin + routerScripts['apply-timer'] + end,
  applyRpcd: shared + begin + routerScripts['apply-rpcd'] + end,
  confirm: shared + routerScripts.confirm,
  restore: shared + restore,
  restart: shared + routerScripts.restart,
  install: routerScripts.install,
} as const;

/** What scripts there are. */
export type OperationName = keyof typeof scripts;

/** Names of all operations. */
export const operationNames = Object.keys(scripts) as OperationName[];

/** The text of an operation's script. */
export function scriptOf(name: OperationName): string {
  return scripts[name];
}

/** Commands that the scripts cannot do without; uci is the only one that is no applet of busybox. */
export const neededCommands = [
  'awk',
  'cat',
  'chmod',
  'cmp',
  'cp',
  'find',
  'grep',
  'head',
  'ln',
  'mkdir',
  'mv',
  'readlink',
  'rm',
  'sed',
  'sha256sum',
  'sleep',
  'sort',
  'start-stop-daemon',
  'sync',
  'tail',
  'tr',
  'uci',
] as const;
