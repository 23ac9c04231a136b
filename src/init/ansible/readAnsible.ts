import { compareText } from '../../shared/finding.ts';
import { architectureOf } from '../architecture.ts';
import type { Imported, ImportedNode, Note } from '../imported.ts';
import { nameFinder, nodeName } from '../inventory/nodeName.ts';
import { roleOfNames } from '../roleWords.ts';
import { isDevice, isIpv4, k3sVersionOf, macOf } from '../values.ts';
import type { Entry, Variable } from './entry.ts';
import { type Groups, groupsOf } from './groups.ts';
import { readFiles } from './readFiles.ts';
import { type Meaning, meaningOf, plainness, reasonAgainst } from './variables.ts';

/** A host of Ansible's own machine, which is no node. */
const operator = new Set(['localhost', '127.0.0.1']);

/**
 * What an Ansible inventory says of machines: its hosts and groups, in the INI or the YAML form, with group_vars and host_vars. Nothing is run,
 * and no template is expanded: values are texts. What is not carried over is told.
 *
 * @param files texts by path
 */
export function readAnsible(files: ReadonlyMap<string, string>): Imported {
  const entries = readFiles(files);
  const notes: Note[] = entries.flatMap((entry) =>
    entry.kind === 'note' ? [noteOf(entry, entry.message)] : [],
  );
  const groups = groupsOf(entries);
  const found = new Map<string, Extract<Entry, { kind: 'host' }>>();
  for (const entry of entries) {
    if (entry.kind === 'host' && !operator.has(entry.host) && !found.has(entry.host))
      found.set(entry.host, entry);
  }
  const variables = new Index(entries, groups);
  const named = nameFinder([]);
  const nodes = [...found.values()].map((host) => nodeOf(host, { groups, variables, named, notes }));
  notes.push(...variables.left(new Set(found.keys())));
  return {
    nodes,
    site: {
      k3sVersion: variables
        .ofSite('k3sVersion')
        .flatMap(({ value }) => (typeof value === 'string' ? (k3sVersionOf(value) ?? []) : []))[0],
      authorizedKeys: variables.ofSite('authorizedKeys').flatMap(({ value }) => texts(value)),
    },
    notes: notes.sort((a, b) => compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0)),
  };
}

interface Reading {
  readonly groups: Groups;
  readonly variables: Index;
  readonly named: (wanted: string) => string;
  readonly notes: Note[];
}

function nodeOf(
  { host, file, line }: Extract<Entry, { kind: 'host' }>,
  { groups, variables, named, notes }: Reading,
): ImportedNode {
  const role = roleOfNames(groups.of(host));
  const one = (meaning: Meaning, takes: (text: string) => boolean): string | undefined => {
    const usable = variables
      .of(host, meaning)
      .filter(({ value }) => typeof value === 'string' && takes(value));
    return usable[0]?.value as string | undefined;
  };
  const macs = variables
    .of(host, 'mac')
    .flatMap(({ value }) => texts(value).flatMap((text) => macOf(text) ?? []));
  const label = isIpv4(host) ? undefined : nodeName(host);
  const name = named(label ?? role ?? 'node');
  if (label !== host)
    notes.push({ file, line, message: `the host ${JSON.stringify(host)} becomes the node ${name}` });
  if (macs.length === 0)
    notes.push({ file, line, message: `${name} has no MAC address here: nothing boots without it` });
  return {
    name,
    macs: [...new Set(macs)],
    address: one('address', isIpv4) ?? (isIpv4(host) ? host : undefined),
    role,
    installDisk: one('installDisk', isDevice),
    architecture: architectureOf(one('architecture', () => true)),
    remarks: [`From ${file}, line ${line}.`],
  };
}

/** Variables by whom they count for. Which were used is remembered, so that the others can be told. */
class Index {
  readonly #ofHosts = new Map<string, Variable[]>();
  readonly #ofGroups = new Map<string, Variable[]>();
  readonly #all: Variable[] = [];
  readonly #used = new Set<Variable>();
  readonly #groups: Groups;

  constructor(entries: readonly Entry[], groups: Groups) {
    this.#groups = groups;
    for (const entry of entries) {
      if (entry.kind !== 'hostVariable' && entry.kind !== 'groupVariable') continue;
      const [map, key] =
        entry.kind === 'hostVariable'
          ? ([this.#ofHosts, entry.host] as const)
          : ([this.#ofGroups, entry.group] as const);
      map.set(key, [...(map.get(key) ?? []), entry.variable]);
      this.#all.push(entry.variable);
    }
  }

  /** What counts for a host, the strongest and plainest first. Templates are no values. */
  of(host: string, meaning: Meaning): Variable[] {
    const own = this.#ofHosts.get(host) ?? [];
    const inherited = [...this.#groups.of(host)]
      .reverse()
      .flatMap((group) => this.#ofGroups.get(group) ?? []);
    return [...sorted(own, meaning), ...sorted(inherited, meaning)].filter((each) => this.#takes(each));
  }

  /** What groups, or failing that hosts, say of the whole site. */
  ofSite(meaning: Meaning): Variable[] {
    return this.#all.filter(({ name }) => meaningOf(name) === meaning).filter((each) => this.#takes(each));
  }

  /** A note for each variable that nothing was made of; those of the same name in a file are told together. */
  left(hosts: ReadonlySet<string>): Note[] {
    const told = new Map<string, Note & { count: number }>();
    const ofStrangers = new Set([...this.#ofHosts].flatMap(([host, list]) => (hosts.has(host) ? [] : list)));
    for (const variable of this.#all) {
      if (this.#used.has(variable) || ofStrangers.has(variable)) continue;
      const key = JSON.stringify([variable.file, variable.name]);
      const known = told.get(key);
      if (known === undefined) told.set(key, { ...noteOf(variable, why(variable)), count: 1 });
      else known.count++;
    }
    return [...told.values()].map(({ count, message, ...place }) => ({
      ...place,
      message: count === 1 ? message : `${message} (and ${count - 1} more of that name)`,
    }));
  }

  #takes(variable: Variable): boolean {
    if (texts(variable.value).some((text) => text.includes('{{')) || texts(variable.value).length === 0)
      return false;
    this.#used.add(variable);
    return true;
  }
}

function sorted(variables: readonly Variable[], meaning: Meaning): Variable[] {
  return variables
    .filter(({ name }) => meaningOf(name) === meaning)
    .sort((a, b) => plainness(a.name) - plainness(b.name));
}

/** Only the name is told: the value may be a secret. */
function why({ name, value }: Variable): string {
  const told = JSON.stringify(name);
  if (meaningOf(name) === undefined) return `${told} is not carried over: ${reasonAgainst(name)}`;
  if (value === undefined) return `${told} is not carried over: it is encrypted, or no plain value`;
  return `${told} is not carried over: it holds a template, and nothing is expanded`;
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.flatMap((each) => (typeof each === 'string' ? [each] : [])) : [];
}

function noteOf({ file, line }: { readonly file: string; readonly line: number }, message: string): Note {
  return { file, line, message };
}
