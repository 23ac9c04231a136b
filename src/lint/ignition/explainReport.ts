import { type Finding, finding, type Place } from '../../shared/finding.ts';
import { didYouMean } from '../../shared/nearest.ts';
import { configurationKeys } from './data/keys.ts';
import type { Locate } from './flaw.ts';
import type { ReportEntry } from './reportEntry.ts';

/** What a report of Butane or of Ignition's validator says, as findings. */
export interface ReportContext {
  readonly file: string;
  /** Places by path, for entries without a line. */
  readonly locate: Locate;
  /** Whether a warning is an error, as in `butane --strict`. */
  readonly strict: boolean;
}

/**
 * Turns the entries of a report on a hand-written .bu or .ign file into findings. Unknown keys are errors, though the
 * official tools only warn of them: what they name would be ignored without a word. Notes (`info`) are left out.
 */
export function explainReport(entries: readonly ReportEntry[], context: ReportContext): Finding[] {
  return entries
    .filter((entry) => entry.severity !== 'info')
    .map((entry) => {
      const unknown = unknownKey(entry);
      const fails = entry.severity === 'error' || unknown !== undefined || context.strict;
      const hint = unknown === undefined ? undefined : didYouMean(unknown, configurationKeys);
      return finding(fails ? 'PL3216' : 'PL3217', placeOf(entry, context), messageOf(entry), { hint });
    });
}

function unknownKey({ message }: ReportEntry): string | undefined {
  return /^unused key (\S+)/i.exec(message)?.[1];
}

function messageOf({ message, path }: ReportEntry): string {
  const text = message
    .trim()
    .replace(/\.$/, '')
    .replace(/^(?:Error unmarshaling yaml: )?(?:yaml: |json: )?(?:unmarshal errors:\s*)?(?:line \d+: )?/, '')
    .replace(/^cannot unmarshal (?:!!)?(\w+)(?: `[^`]*`)? into .*$/, (_, kind: string) => misplaced(kind));
  return path.length === 0 ? text : `${path.join('.')}: ${text}`;
}

/** What Go's decoders say of a value of the wrong type, in words of YAML and JSON. */
function misplaced(kind: string): string {
  const names: Readonly<Record<string, string>> = {
    seq: 'a list',
    array: 'a list',
    map: 'a mapping',
    object: 'a mapping',
    str: 'a text',
    string: 'a text',
    int: 'a number',
    float: 'a number',
    number: 'a number',
    bool: 'a truth value',
  };
  return `${names[kind] ?? kind} stands where another kind of value is expected`;
}

function placeOf({ line, column, path }: ReportEntry, { file, locate }: ReportContext): Place {
  if (line > 0) return { file, line, column: Math.max(1, column) };
  return path.length === 0 ? { file, line: 1, column: 1 } : locate(path);
}
