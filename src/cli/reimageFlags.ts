import { type Command, Option } from 'commander';
import { Failure } from '../shared/failure.ts';
import { addNodeOptions, type NodeFlags } from './nodeOptions.ts';
import { count, seconds } from './seconds.ts';
import { addFormatOption, addLockOptions, addSshOption, type StorageFlags } from './storageOptions.ts';

/** What `reimage` was told. */
export interface ReimageFlags extends StorageFlags, NodeFlags {
  readonly changed?: boolean;
  readonly all?: boolean;
  readonly remove?: boolean;
  readonly resume?: boolean;
  readonly abort?: boolean;
  readonly plan?: boolean;
  readonly yes?: boolean;
  readonly carryOut?: string;
  readonly bootstrap?: boolean;
  readonly replaceDead?: boolean;
  readonly deleteEmptydirData?: boolean;
  readonly force?: boolean;
  readonly drainTimeout: number;
  readonly agentsAtATime: number;
  readonly for: number;
  readonly secrets?: string;
  readonly knownHosts?: string;
  readonly report?: string;
  readonly format: 'text' | 'json' | 'markdown';
}

/** Adds the options of `reimage`. */
export function addReimageOptions(command: Command): Command {
  command
    .option('--changed', 'all nodes that differ from the release that the router serves')
    .option('--all', 'all nodes')
    .option('--remove', 'take the named nodes out of the cluster for good, and install nothing')
    .option('--resume', 'go on with the reimage that did not come to its end')
    .option('--abort', 'take that one back, as far as that goes: disarm and uncordon')
    .option('-p, --plan', 'tell what would be done, and do nothing')
    .option('-y, --yes', 'do not ask')
    .option('--carry-out <file>', 'carry out this plan of reimage --plan --format json, or nothing')
    .option(
      '--replace-dead',
      'install, or remove, nodes that do not answer: neither their disks nor what they run was looked at',
    )
    .option('--bootstrap', 'found a NEW cluster on its first server; refused while one answers')
    .option('--delete-emptydir-data', 'let pods go that keep something in emptyDir: it is lost')
    .option('--force', 'let pods go that no controller brings back')
    .addOption(timeOption('--drain-timeout <time>', 'how long pods may take to leave', 300, '5m'))
    .addOption(
      new Option('--agents-at-a-time <number>', 'how many agents are out at a time')
        .argParser(count)
        .default(1),
    )
    .addOption(timeOption('--for <time>', 'how long each node is armed', 2700, '45m'))
    .option(
      '--known-hosts <file>',
      'SSH host keys of nodes, beside those that the gate heard; else ~/.ssh/known_hosts',
    )
    .option('--secrets <file>', 'values of secrets: NAME="value", YAML, JSON, or what SOPS encrypted')
    .option('--report <file>', 'write an HTML file about the run, or its plan');
  return addFormatOption(addLockOptions(addNodeOptions(addSshOption(command))), ['text', 'json', 'markdown']);
}

function timeOption(flags: string, description: string, byDefault: number, words: string): Option {
  return new Option(flags, description).argParser(seconds).default(byDefault, words);
}

/** What is to be done: one thing, whichever way it was said. */
export type Asked = 'plan' | 'carryOut' | 'resume' | 'abort';

/** Throws a Failure where the flags do not go together. */
export function whatIsAsked(names: readonly string[], flags: ReimageFlags): Asked {
  const { changed, all, remove, bootstrap, resume, abort, plan } = flags;
  const said = [names.length > 0, changed, all, resume, abort].filter((each) => each === true).length;
  if (said !== 1)
    throw new Failure('usage', 'reimage takes names of nodes, or one of --changed, --all, --resume, --abort');
  if ((resume === true || abort === true) && plan === true)
    throw new Failure('usage', '--plan is for a reimage that begins: --resume and --abort go on with one');
  if (remove === true && names.length === 0)
    throw new Failure('usage', '--remove is for nodes that are named: nothing leaves a cluster unnamed', {
      next: 'pilotlight status --nodes lists those that the inventory does not have',
    });
  if (remove === true && bootstrap === true)
    throw new Failure('usage', '--remove and --bootstrap have nothing to do with each other');
  if (bootstrap === true && flags.kubeconfig !== undefined)
    throw new Failure('usage', '--bootstrap asks the servers themselves whether a cluster answers', {
      next: 'leave out --kubeconfig',
    });
  if (resume === true) return 'resume';
  if (abort === true) return 'abort';
  return plan === true ? 'plan' : 'carryOut';
}
