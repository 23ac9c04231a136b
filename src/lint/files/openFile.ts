import { compareFindings, type Finding, finding } from '../../shared/finding.ts';
import type { LocalFiles } from '../ignition/contents.ts';
import { butaneDialect, ignitionDialect } from '../ignition/dialect.ts';
import { explainReport } from '../ignition/explainReport.ts';
import { type Locate, placeFlaw } from '../ignition/flaw.ts';
import { nodeLinter } from '../ignition/nodeLinter.ts';
import { nodeFilesReader } from '../ignition/reader.ts';
import type { ReportEntry } from '../ignition/reportEntry.ts';
import { readJsonSource, readSource } from '../ignition/sourceDocument.ts';
import { lintIpxe } from '../ipxe/lint.ts';
import type { IpxeLintOptions } from '../ipxe/options.ts';
import { type CollectedScript, collectScripts } from '../scripts/collect.ts';
import { type ShellComment, shellcheckFlaws } from '../scripts/shellcheck.ts';
import { applySuppressions } from '../suppress.ts';
import { asConfiguration } from './asConfiguration.ts';
import { type FileKind, kindOf } from './kind.ts';
import { lintManifest } from './manifest.ts';

/** What may be known of a hand-written file. */
export interface OpenOptions {
  /** What `local:` and `trees:` of a Butane file read, by path relative to the files folder. */
  readonly localFiles?: LocalFiles;
  readonly ipxe?: Omit<IpxeLintOptions, 'file'>;
}

/** What the outside world says of a file: the app asks translator, validator and shellcheck. */
export interface Opinions {
  /** Butane's report on a .bu file, or the validator's on an .ign file. */
  readonly report?: readonly ReportEntry[];
  /** Whether a warning in the report is an error. */
  readonly strict?: boolean;
  /** shellcheck's comments, by script id. */
  readonly comments?: ReadonlyMap<string, readonly ShellComment[]>;
}

/** A hand-written file, read once. */
export interface OpenedFile {
  readonly kind: FileKind | undefined;
  /** Its shell scripts, for shellcheck. */
  readonly scripts: readonly CollectedScript[];
  /** All findings, sorted; those that the file silences are gone. */
  lint(opinions?: Opinions): Finding[];
}

/** Reads a hand-written file of any kind that lint knows. */
export function openFile(file: string, text: string, options: OpenOptions = {}): OpenedFile {
  const kind = kindOf(file, text);
  if (kind === undefined) {
    const unknown = finding('PL3219', { file, line: 1, column: 1 }, `lint has no rules for ${file}`);
    return { kind, scripts: [], lint: () => [unknown] };
  }
  if (kind === 'ipxe') return { kind, scripts: [], lint: () => lintIpxe(text, { ...options.ipxe, file }) };
  if (kind === 'manifest')
    return { kind, scripts: [], lint: () => finish(file, text, lintManifest(file, text)) };
  if (kind === 'unit' || kind === 'script') return openPart(kind, file, text);
  return openConfiguration(kind, file, text, options);
}

function openConfiguration(
  kind: 'butane' | 'ignition',
  file: string,
  text: string,
  options: OpenOptions,
): OpenedFile {
  const source = kind === 'ignition' ? readJsonSource(file, text) : readSource(file, text);
  const dialect = kind === 'butane' ? butaneDialect : ignitionDialect;
  const nodeFiles = nodeFilesReader(dialect, options.localFiles)(source.value);
  const scripts = collectScripts(nodeFiles);
  return {
    kind,
    scripts,
    lint: ({ report = [], strict = true, comments = new Map() } = {}) => {
      const { locate } = source;
      const official =
        source.findings.length > 0 ? source.findings : explainReport(report, { file, locate, strict });
      const told = tell(scripts, comments, locate);
      return finish(file, text, [...official, ...nodeLinter()(nodeFiles, locate), ...told]);
    },
  };
}

/** A unit or a script by itself: rules that look at other files of a node have nothing to say. */
function openPart(kind: 'unit' | 'script', file: string, text: string): OpenedFile {
  const { nodeFiles, flaws } = asConfiguration(kind, file, text);
  const scripts = collectScripts(nodeFiles);
  const locate: Locate = (_, within = { line: 1, column: 1 }) => ({ file, ...within });
  return {
    kind,
    scripts,
    lint: ({ comments = new Map() } = {}) =>
      finish(file, text, [
        ...flaws.map((flaw) => placeFlaw(flaw, locate)),
        ...tell(scripts, comments, locate),
      ]),
  };
}

function tell(
  scripts: readonly CollectedScript[],
  comments: NonNullable<Opinions['comments']>,
  locate: Locate,
) {
  return shellcheckFlaws(scripts, comments).map((flaw) => placeFlaw(flaw, locate));
}

function finish(file: string, text: string, findings: Finding[]): Finding[] {
  return applySuppressions(findings.sort(compareFindings), text, file);
}
