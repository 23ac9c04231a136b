import type { Pointer } from '../../inventory/model/provenance.ts';
import { type Finding, finding, type Place } from '../../shared/finding.ts';
import { didYouMean } from '../../shared/nearest.ts';
import { butaneFields } from './butaneFields.ts';
import { type Element, originOf } from './element.ts';
import { elementAtLine } from './emitButane.ts';
import type { Locate, MergedConfig } from './mergedConfig.ts';
import { sectionAt, sectionPath, sections } from './section.ts';

/** One entry of the official translator's report, as the translator's port answers it. */
export interface TranslationEntry {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** Path into the emitted Butane: `['storage', 'files', 3, 'path']`; empty where the report has none. */
  readonly path: Pointer;
  /** Line of the emitted Butane from 1; 0 where the report has none. */
  readonly line: number;
}

/** What is needed to say where an entry of a report comes from. */
export interface ReportContext {
  /** The node's file: what of the built-in base is refused is said there. */
  readonly nodeFile: string;
  /** Whether what is no error is one all the same. */
  readonly strict: boolean;
  /** The header that the text was emitted with. */
  readonly headerLines: readonly string[];
  readonly locate: Locate;
}

/** Says the entries of a translation's report as findings at the places of the overlays that they come from. */
export function explainReport(
  entries: readonly TranslationEntry[],
  merged: MergedConfig,
  context: ReportContext,
): Finding[] {
  return entries.map((entry) => explain(entry, merged, context));
}

function explain(entry: TranslationEntry, merged: MergedConfig, context: ReportContext): Finding {
  const subject = subjectOf(entry, merged, context.headerLines);
  const message = entry.message.replace(/^(?:yaml: )?line \d+: /, '');
  const origin = subject === undefined ? undefined : originOf(subject.element, subject.path);
  const made =
    origin?.kind === 'overlay'
      ? say(
          entry,
          context.locate(origin.file, origin.pointer, unusedKey.test(message) ? 'key' : 'value'),
          message,
        )
      : say(entry, { file: context.nodeFile, line: 1, column: 1 }, `${message}, in ${builtIn(subject)}`);
  return context.strict ? { ...made, severity: 'error' } : made;
}

function say(entry: TranslationEntry, place: Place, message: string): Finding {
  return finding(entry.severity === 'error' ? 'PL2030' : 'PL2031', place, message, {
    hint: hintFor(message),
  });
}

/** What an entry is about: an element, and a path in it. */
interface Subject {
  readonly element: Element;
  readonly path: Pointer;
}

function subjectOf(
  { path, line }: TranslationEntry,
  merged: MergedConfig,
  headerLines: readonly string[],
): Subject | undefined {
  const section = sectionAt(path);
  if (section !== undefined) {
    const [first, ...rest] = path.slice(sectionPath(section).length);
    const isList = sections[section].kind === 'list';
    const element = merged[section][isList ? Number(first) : 0];
    if (element !== undefined)
      return { element, path: isList || first === undefined ? rest : [first, ...rest] };
  }
  const element = line > 0 ? elementAtLine(merged, headerLines, line) : undefined;
  return element === undefined ? undefined : { element, path: [] };
}

function builtIn(subject: Subject | undefined): string {
  if (subject === undefined) return 'the configuration of this node';
  const { section, key } = subject.element;
  return key === '' ? `the built-in ${section}` : `the built-in ${section} ${key}`;
}

const unusedKey = /^unused key (\S+)$/;

function hintFor(message: string): string | undefined {
  const [, key] = unusedKey.exec(message) ?? [];
  if (key === undefined) return undefined;
  return (
    didYouMean(key, butaneFields) ??
    'see https://coreos.github.io/butane/config-fcos-v1_7/ for the keys that Butane knows'
  );
}
