import type { SourceFile } from '../inventory/model/source.ts';
import { type OpenedFile, openFile } from '../lint/files/openFile.ts';
import type { ReportEntry } from '../ports/translator.ts';
import type { World } from '../ports/world.ts';
import { compareFindings, type Finding } from '../shared/finding.ts';

/** A hand-written file to lint. */
export interface HandWritten {
  readonly path: string;
  readonly text: string;
}

/**
 * Lints hand-written iPXE, Butane, Ignition, unit and shell files, with the official translator and validator, and
 * shellcheck where it is installed.
 * @param localFiles What `local:` and `trees:` of Butane files read, by path.
 */
export async function lint(
  files: readonly HandWritten[],
  localFiles: ReadonlyMap<string, SourceFile>,
  world: World,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { path, text } of files) {
    const opened = openFile(path, text, { localFiles });
    const report = await officialReport(opened, text, localFiles, world);
    const scripts = opened.scripts.map(({ script }) => script);
    const comments = scripts.length === 0 ? new Map() : await world.shellcheck.check(scripts);
    findings.push(...opened.lint({ report, comments }));
  }
  return findings.sort(compareFindings);
}

async function officialReport(
  { kind }: OpenedFile,
  text: string,
  localFiles: ReadonlyMap<string, SourceFile>,
  world: World,
): Promise<readonly ReportEntry[]> {
  if (kind === 'ignition') return world.translator.validate(text);
  if (kind !== 'butane') return [];
  const files = [...localFiles.values()].map(({ relative, bytes, executable }) => ({
    path: relative,
    bytes,
    executable,
  }));
  return (await world.translator.translate(text, { strict: false, files })).entries;
}
