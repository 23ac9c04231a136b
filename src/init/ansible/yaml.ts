import { isMap, isScalar, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { type Entry, expandHosts, type Variable } from './entry.ts';

/** Groups in groups that are followed. */
const deepest = 30;

interface Reading {
  readonly file: string;
  readonly lines: LineCounter;
  readonly entries: Entry[];
}

/** Reads an inventory in Ansible's YAML form. */
export function readYaml(text: string, file: string): Entry[] {
  return read(text, file, (map, reading) => {
    for (const [group, body] of named(map)) readGroup(group, body, reading, 0);
  });
}

/** Reads a file of variables: of `group_vars` or `host_vars`. */
export function readVariables(text: string, file: string, entry: (variable: Variable) => Entry): Entry[] {
  return read(text, file, (map, reading) => {
    for (const variable of variablesOf(map, reading)) reading.entries.push(entry(variable));
  });
}

function read(text: string, file: string, act: (map: YAMLMap, reading: Reading) => void): Entry[] {
  const note = (line: number, message: string): Entry => ({ kind: 'note', file, line, message });
  if (text.startsWith('$ANSIBLE_VAULT')) {
    return [note(1, 'the file is encrypted, and is left out: give what is secret as secrets, by name')];
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent', merge: true });
  const [error] = document.errors;
  if (error !== undefined) {
    const message = error.message.split('\n', 1)[0] ?? '';
    return [note(lines.linePos(error.pos[0]).line, `the file is no YAML, and is left out: ${message}`)];
  }
  if (!isMap(document.contents)) return [note(1, 'nothing is in the file that can be read')];
  const reading: Reading = { file, lines, entries: [] };
  act(document.contents, reading);
  return reading.entries;
}

function readGroup(group: string, body: unknown, reading: Reading, depth: number): void {
  if (!isMap(body) || depth > deepest) return;
  const { entries, file } = reading;
  for (const [pattern, settings] of named(body.get('hosts', true))) {
    const line = lineOf(body.get('hosts', true), pattern, reading);
    const hosts = expandHosts(pattern);
    if (hosts === undefined)
      entries.push({
        kind: 'note',
        file,
        line,
        message: 'this names no hosts that can be read, and is left out',
      });
    for (const host of hosts ?? []) {
      entries.push({ kind: 'host', group, host, file, line });
      for (const variable of variablesOf(settings, reading))
        entries.push({ kind: 'hostVariable', host, variable });
    }
  }
  for (const variable of variablesOf(body.get('vars', true), reading))
    entries.push({ kind: 'groupVariable', group, variable });
  for (const [child, below] of named(body.get('children', true))) {
    entries.push({ kind: 'child', group, child });
    readGroup(child, below, reading, depth + 1);
  }
}

/** The pairs of a map by their keys; none where it is no map. */
function named(node: unknown): [string, unknown][] {
  if (!isMap(node)) return [];
  return node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value]);
}

function lineOf(map: unknown, name: string, { lines }: Reading): number {
  const pair = isMap(map)
    ? map.items.find(({ key }) => isScalar(key) && String(key.value) === name)
    : undefined;
  const [start = 0] = (pair?.key as Node | undefined)?.range ?? [];
  return lines.linePos(start).line;
}

function variablesOf(node: unknown, reading: Reading): Variable[] {
  return named(node).map(([name, value]) => ({
    name,
    value: plainValue(value),
    file: reading.file,
    line: lineOf(node, name, reading),
  }));
}

/** What can be carried over is one value, or a list of such; nothing else is looked into. */
function plainValue(node: unknown): unknown {
  if (isScalar(node)) return node.tag === '!vault' ? undefined : scalarText(node);
  const items = (node as { items?: unknown[] } | null)?.items;
  return Array.isArray(items) && !isMap(node) ? items.map(plainValue) : undefined;
}

/** As it is written: YAML would take a MAC of digits, or a version, for a number. */
function scalarText({ value, source }: { value: unknown; source?: string }): unknown {
  return typeof value === 'number' ? (source ?? String(value)) : value;
}
