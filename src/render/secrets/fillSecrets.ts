import { replaceMarkers, secretsIn } from '../../shared/secret.ts';
import { isMapping, type Mapping } from '../butane/data.ts';
import type { Element } from '../butane/element.ts';
import { type MergedConfig, mapSections } from '../butane/mergedConfig.ts';
import { type FilledText, fillText, type TextKind } from './fillText.ts';
import { fillYaml } from './fillYaml.ts';

/** A configuration with the values of its secrets in it. It must reach neither a disk nor a log. */
export interface FilledConfig {
  readonly merged: MergedConfig;
  /** What keeps it from being used, in words and without any value. */
  readonly problems: readonly string[];
}

/** Answers the value of a secret by its name. */
export type Reveal = (secret: string) => string;

/** The names of the secrets that a configuration holds markers of, each once, in the order of the configuration. */
export function secretsOf(merged: MergedConfig): string[] {
  const names = new Set<string>();
  for (const elements of Object.values(merged)) {
    for (const { value } of elements) {
      for (const text of textsIn(value)) for (const { secret } of secretsIn(text)) names.add(secret);
    }
  }
  return [...names];
}

/**
 * Puts the values of secrets in the place of their markers, in the typed values of a configuration: so what writes it as YAML escapes
 * them like any other text. A text that some program will parse again (a YAML or JSON file, a keyfile, a script, a URL) gets
 * them in the way of its own syntax. Elements without a marker are left as they are.
 */
export function fillSecrets(merged: MergedConfig, reveal: Reveal): FilledConfig {
  const problems: string[] = [];
  const fillElement = (element: Element): Element => {
    if (!hasMarker(element.value)) return element;
    const tell = (problem: string) => problems.push(`${element.key || element.section}: ${problem}`);
    const value = fillValue(element.value, { element, key: '', tell, reveal }) as Mapping;
    return { section: element.section, key: element.key, value, origin: element.origin };
  };
  return { merged: mapSections((section) => merged[section].map(fillElement)), problems };
}

interface Place {
  readonly element: Element;
  /** The nearest field that the value stands in. */
  readonly key: string;
  readonly reveal: Reveal;
  tell(problem: string): void;
}

function fillValue(value: unknown, place: Place): unknown {
  if (typeof value === 'string') return secretsIn(value).length === 0 ? value : fillField(value, place);
  if (Array.isArray(value)) return value.map((each) => fillValue(each, place));
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, fillValue(each, { ...place, key })]),
  );
}

function fillField(text: string, { element, key, reveal, tell }: Place): string {
  const of = (filled: FilledText) => {
    for (const problem of filled.problems) tell(problem);
    return filled.text;
  };
  if (key === 'source') return replaceMarkers(text, (secret) => encodeURIComponent(reveal(secret)));
  if (key === 'inline') return of(fillFile(element.key, text, reveal));
  if (key === 'contents' && element.section === 'systemd.units') return of(fillText(text, 'unit', reveal));
  return replaceMarkers(text, reveal);
}

/** The text of a file, which some program reads by the rules that its name tells. */
function fillFile(path: string, text: string, reveal: Reveal): FilledText {
  // A secret that is a whole file is in the form that its reader wants.
  if (wholeText.test(text)) return { text: replaceMarkers(text, reveal), problems: [] };
  if (!/\.(?:ya?ml|json|ign|bu)$/.test(path)) return fillText(text, kindOf(path, text), reveal);
  const filled = fillYaml(text, reveal);
  if (filled !== undefined) return { text: filled, problems: [] };
  return {
    text,
    problems: ['its text cannot be read as YAML or JSON, so no secret can be put into it safely'],
  };
}

const wholeText = /^\s*@@pilotlight:secret:\w+:\d+@@\s*$/;

function kindOf(path: string, text: string): TextKind {
  if (path.endsWith('.nmconnection')) return 'keyfile';
  const assignments = /\.(?:sh|env)$|^\/etc\/(?:sysconfig|default|profile\.d)\//;
  return text.startsWith('#!') || assignments.test(path) ? 'shell' : 'plain';
}

function hasMarker(value: Mapping): boolean {
  for (const text of textsIn(value)) if (secretsIn(text).length > 0) return true;
  return false;
}

/** Every text in some data, but for keys: no template stands there. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const each of value) yield* textsIn(each);
  else if (isMapping(value)) for (const each of Object.values(value)) yield* textsIn(each);
}
