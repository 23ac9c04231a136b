import { storageScripts } from '../../../generated/storageScripts.ts';

const { root, tree, newest, session, held } = storageScripts;
const reading = root + tree;
const writing = root + newest + session + held;

/** Each operation's whole script: what it shares with others, and its own part. */
const scripts = {
  survey: root + newest + storageScripts.survey,
  lock: root + newest + session + storageScripts.lock,
  unlock: writing + storageScripts.unlock,
  unpack: writing + storageScripts.unpack,
  partSize: writing + storageScripts['part-size'],
  append: writing + storageScripts.append,
  settle: writing + storageScripts.settle,
  mismatches: reading + storageScripts.mismatches,
  sizes: reading + storageScripts.sizes,
  read: reading + storageScripts.read,
  seal: writing + storageScripts.seal,
  unseal: writing + storageScripts.unseal,
  writeSlot: writing + storageScripts['write-slot'],
  remove: writing + storageScripts.remove,
  note: writing + storageScripts.note,
} as const;

/** What scripts there are. */
export type OperationName = keyof typeof scripts;

/** Names of all operations. */
export const operationNames = Object.keys(scripts) as OperationName[];

/** The text of an operation's script. */
export function scriptOf(name: OperationName): string {
  return scripts[name];
}

/** Commands that the scripts use; gzip too, where it is there. */
export const neededCommands = [
  'cat',
  'date',
  'dd',
  'df',
  'head',
  'ls',
  'mkdir',
  'mv',
  'rm',
  'rmdir',
  'sed',
  'sha256sum',
  'sleep',
  'sync',
  'tail',
  'tar',
  'tr',
  'wc',
  'xargs',
] as const;
