import {
  type Alias,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { Code } from '../../shared/catalogue.ts';
import { type Finding, finding } from '../../shared/finding.ts';
import { isMergeKey, keyName } from './keys.ts';
import { maxAliases, maxFindingsOfFile } from './limits.ts';
import { type IndexedText, placeOf } from './position.ts';

/** What goes wrong in a tree of nodes though its syntax is right. */
export interface Inspection {
  readonly findings: readonly Finding[];
  /** Whether the tree may be turned into plain data: aliases are resolvable, and few. */
  readonly resolvable: boolean;
}

/** Tags of the core schema: they only repeat what a value is anyway. */
const coreTags = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
);

/** Looks for duplicate keys, keys that are no text, foreign tags, and aliases that lead nowhere or to themselves. */
export function inspect(root: Node | null, indexed: () => IndexedText): Inspection {
  const state: State = {
    findings: [],
    indexed,
    anchors: new Map(),
    open: new Set(),
    aliases: 0,
    resolvable: true,
  };
  if (root !== null) inspectNode(root, state);
  return state;
}

interface State extends Inspection {
  readonly findings: Finding[];
  readonly indexed: () => IndexedText;
  /** Anchors whose node is complete, with the latest such node. */
  readonly anchors: Map<string, Node>;
  /** Anchors of the nodes around the current one. */
  readonly open: Set<string>;
  aliases: number;
  resolvable: boolean;
}

/** Recursive; the depth of the tree is bounded by {@link maxDepth}. */
function inspectNode(node: Node, state: State): void {
  if (isAlias(node)) {
    inspectAlias(node, state);
    return;
  }
  inspectTag(node, state);
  const anchor = (isScalar(node) || isCollection(node)) && node.anchor;
  if (anchor) state.open.add(anchor);
  if (isMap(node)) inspectKeys(node, state);
  if (isCollection(node)) for (const item of node.items) inspectItem(item, state);
  if (anchor) {
    state.open.delete(anchor);
    state.anchors.set(anchor, node);
  }
}

function inspectItem(item: unknown, state: State): void {
  const { key, value } = isPair(item)
    ? (item as Pair<Node, Node | null>)
    : { key: null, value: item as Node };
  if (isScalar(key)) inspectNode(key, state);
  if (value !== null) inspectNode(value, state);
  if (key !== null && isMergeKey(key)) inspectMerge(key, value, state);
}

function inspectTag(node: Node, state: State): void {
  const { tag } = node;
  if (tag === undefined || coreTags.has(tag)) return;
  // What becomes of some tags is no plain data.
  state.resolvable = false;
  report(state, 'PL1010', node, `the tag ${shortened(shownTag(tag))} has no meaning here`, {
    hint: 'delete the tag; a secret is written as { secret: NAME }',
  });
}

function shownTag(tag: string): string {
  return tag.startsWith('tag:yaml.org,2002:') ? `!!${tag.slice(18)}` : tag;
}

function inspectAlias(alias: Alias, state: State): void {
  state.aliases++;
  if (state.aliases === maxAliases + 1) {
    state.resolvable = false;
    report(state, 'PL1009', alias, `more than ${maxAliases} aliases stand in this file`, {
      hint: 'set what nodes share in `defaults` or in a group of site.yaml',
    });
  }
  const itself = state.open.has(alias.source);
  if (!itself && state.anchors.has(alias.source)) return;
  state.resolvable = false;
  const message = itself
    ? `the alias *${shortened(alias.source)} stands inside of what it refers to`
    : `the alias *${shortened(alias.source)} refers to an anchor &${shortened(alias.source)} that does not stand before it`;
  report(state, 'PL1008', alias, message, {});
}

/** What `<<` merges must be a mapping, or a list of mappings. */
function inspectMerge(key: Node, value: Node | null, state: State): void {
  const source = target(value, state);
  const sources = isSeq(source) ? source.items.map((item) => target(item as Node, state)) : [source];
  if (sources.every((each) => isMap(each))) return;
  state.resolvable = false;
  report(state, 'PL1015', value ?? key, '<< merges what is not a mapping of keys', {
    hint: 'write `<<: *name`, with an anchor &name at a mapping, or put "<<" in quotes',
  });
}

function target(node: Node | null, state: State): Node | null | undefined {
  return isAlias(node) ? state.anchors.get(node.source) : node;
}

function inspectKeys(map: YAMLMap, state: State): void {
  const seen = new Map<string, Node>();
  for (const { key } of map.items as Pair<Node, unknown>[]) {
    const name = keyName(key);
    if (name === undefined) {
      state.resolvable = false;
      report(state, 'PL1011', key, 'a key must be a text on one line', { hint: keyHint(key) });
      continue;
    }
    const first = seen.get(name);
    if (first === undefined) seen.set(name, key);
    else {
      report(state, 'PL1002', key, `the key ${shortened(name)} stands here for the second time`, {
        hint: 'delete one of the two, or join them',
        related: first,
      });
    }
  }
}

function keyHint(key: Node): string {
  return isCollection(key)
    ? 'put a text that begins with a bracket or a brace, such as "{{ … }}", in quotes'
    : 'write a name before the colon';
}

/** Reports a node, unless the file has had enough findings. */
function report(
  state: State,
  code: Code,
  node: Node,
  message: string,
  { hint, related }: { readonly hint?: string; readonly related?: Node },
): void {
  if (state.findings.length === maxFindingsOfFile) return;
  const first = related && [{ place: nodePlace(related, state), message: 'first here' }];
  state.findings.push(finding(code, nodePlace(node, state), message, { hint, related: first }));
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function nodePlace(node: Node, state: State): ReturnType<typeof placeOf> {
  const [start = 0, end = start] = node.range ?? [];
  return placeOf(state.indexed(), start, end);
}
