import type { World } from '../ports/world.ts';
import type { Manifest } from '../release/manifest.ts';
import { compareFindings, type Finding, hasErrors } from '../shared/finding.ts';
import { type BuildHooks, buildSite } from './build/site.ts';
import { type OpenedSite, openSites, type Selection, siteName } from './sites.ts';

/** What became of one site. */
export interface CheckedSite {
  readonly name: string;
  readonly opened: OpenedSite;
  /** There when nothing is wrong: the release that the inventory makes. */
  readonly manifest: Manifest | undefined;
  readonly findings: readonly Finding[];
}

/** What a run over an inventory saw. */
export interface Checked {
  readonly sites: readonly CheckedSite[];
  /** Of all sites, in the order of a report. */
  readonly findings: readonly Finding[];
  readonly nodes: number;
  /** Files that were read. */
  readonly files: number;
  readonly milliseconds: number;
  /** The text of an inventory file, for showing the line that a finding is about. */
  source(file: string): string | undefined;
}

/** Reads, renders, translates and lints an inventory, and writes nothing. */
export async function check(selection: Selection, world: World, hooks: BuildHooks = {}): Promise<Checked> {
  const started = world.now();
  const sites: CheckedSite[] = [];
  for (const opened of await openSites(selection, world)) sites.push(await checkSite(opened, world, hooks));
  return summarize(sites, world.now() - started);
}

/**
 * Builds a site that has been read, as far as it goes: an error in the inventory hides no error in an overlay. What is
 * found on a line that has an error already is its echo, and left out.
 */
export async function checkSite(
  opened: OpenedSite,
  world: World,
  hooks: BuildHooks = {},
): Promise<CheckedSite> {
  const name = siteName(opened);
  if (opened.inventory === undefined) return { name, opened, manifest: undefined, findings: opened.findings };
  const built = await buildSite(opened.inventory, world, hooks);
  const findings = [...opened.findings, ...built.findings.filter(isNews(opened.findings))];
  return { name, opened, manifest: hasErrors(findings) ? undefined : built.value, findings };
}

/** What rendering can only say again after the inventory has said it, with the better place. */
const echoes: Readonly<Record<string, readonly string[]>> = { PL2502: ['PL1264', 'PL1294'] };

/** Tells findings of a build from echoes of what was wrong with the inventory. */
function isNews(known: readonly Finding[]): (finding: Finding) => boolean {
  const errors = known.filter(({ severity }) => severity === 'error');
  const lines = new Set(errors.map(lineOf));
  const codes = new Set<string>(errors.map(({ code }) => code));
  return (each) => !lines.has(lineOf(each)) && !(echoes[each.code] ?? []).some((code) => codes.has(code));
}

function lineOf({ place: { file, line } }: Finding): string {
  return `${file}:${line}`;
}

/** Sums up what was seen of some sites. */
export function summarize(sites: readonly CheckedSite[], milliseconds: number): Checked {
  return {
    sites,
    findings: sites.flatMap(({ findings }) => findings).sort(compareFindings),
    nodes: sum(sites, ({ opened }) => opened.inventory?.site.nodes.length ?? 0),
    files: sum(sites, ({ opened }) => opened.sources.files.size),
    milliseconds,
    source: sourceReader(sites),
  };
}

function sum<T>(list: readonly T[], count: (each: T) => number): number {
  return list.reduce((total, each) => total + count(each), 0);
}

/** A reader of inventory files by path; the index is made when the first one is asked for. */
function sourceReader(sites: readonly CheckedSite[]): (file: string) => string | undefined {
  const decoder = new TextDecoder();
  let byPath: Map<string, Uint8Array> | undefined;
  return (file) => {
    byPath ??= new Map(
      sites.flatMap(({ opened }) =>
        [...opened.sources.files.values()].map(({ path, bytes }) => [path, bytes]),
      ),
    );
    const bytes = byPath.get(file);
    return bytes === undefined ? undefined : decoder.decode(bytes);
  };
}
