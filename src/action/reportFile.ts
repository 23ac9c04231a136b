import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { check } from '../app/check.ts';
import { releasePage, reportOrigin } from '../app/report.ts';
import { reportRun } from '../app/reportRun.ts';
import type { World } from '../app/world.ts';
import { FileCollection } from '../report/html/files/collect.ts';
import { explainSystemError, Failure } from '../shared/failure.ts';
import type { Event } from './event.ts';
import type { Inputs } from './inputs.ts';
import type { Note, Result, ResultSite } from './result.ts';

/** With what a report is made. */
export interface ReportSurroundings {
  readonly event: Event;
  readonly world: World;
}

/** Writes the HTML report that the step is to leave, of the release or of the run. That it cannot be written is a warning: everything else was told. */
export async function writeReport(
  inputs: Inputs,
  result: Result,
  surroundings: ReportSurroundings,
): Promise<readonly Note[]> {
  const { reportFile: file } = inputs;
  if (file === undefined) return [];
  try {
    mkdirSync(dirname(file), { recursive: true });
    const pages = await pagesOf(inputs, result, surroundings);
    for (const { site, html } of pages)
      await surroundings.world.replaceFile(pages.length > 1 ? withSite(file, site) : file, html);
    return [];
  } catch (error) {
    const why = error instanceof Failure ? error.message : explainSystemError(error);
    return [{ level: 'warning', text: `there is no report: ${why}` }];
  }
}

interface Page {
  readonly site: string;
  readonly html: string;
}

async function pagesOf(
  inputs: Inputs,
  result: Result,
  { event, world }: ReportSurroundings,
): Promise<Page[]> {
  const { reimage, statuses } = result;
  if (inputs.command === 'images') return [];
  if (inputs.command === 'reimage') {
    if (reimage?.report.outcome === undefined) return [];
    const { report, told } = reimage;
    const selection = { folder: inputs.inventory, site: report.site };
    return [await reportRun(selection, {}, world, {}, { report, told })];
  }
  const made =
    statuses === undefined ? result : await check({ folder: inputs.inventory, site: inputs.site }, world);
  const pages: Page[] = [];
  for (const site of made.sites) {
    const nodes = statuses?.find(({ report }) => report.site === site.name)?.report.nodes;
    pages.push({ site: site.name, html: await sitePage(site, made.source, nodes, { event, world }) });
  }
  return pages;
}

type PageInput = Parameters<typeof releasePage>[0];

async function sitePage(
  site: ResultSite,
  source: PageInput['source'],
  nodes: PageInput['nodes'],
  { event, world }: ReportSurroundings,
): Promise<string> {
  const { name, opened, manifest, findings, plan } = site;
  const { checkedOut: commit, before = 'the release before' } = event;
  return releasePage({
    name,
    site: opened.inventory?.site,
    release: manifest?.release.id,
    findings,
    source,
    files: await filesOf(site, world),
    ...(plan === undefined ? {} : { comparison: { against: before.slice(0, 12), plan } }),
    ...(nodes === undefined ? {} : { nodes }),
    origin: reportOrigin(world, commit === undefined ? undefined : { commit }),
  });
}

/** The files of a release that was written; none of one that was not. */
async function filesOf({ folder, manifest }: ResultSite, world: World): Promise<PageInput['files']> {
  const files = new FileCollection();
  const reader = folder === undefined ? undefined : await world.releases.open(folder);
  for (const { path } of reader === undefined ? [] : (manifest?.files ?? [])) {
    const text = await reader?.read(path);
    if (text !== undefined) files.add({ path, text });
  }
  return files.collected();
}

/** Where the page of one of several sites goes. Only plain characters of a site's name make a file's. */
function withSite(file: string, site: string): string {
  const name = site.replace(/[^A-Za-z0-9_-]+/g, '-');
  return file.replace(/(\.html?)?$/i, (ending) => `-${name}${ending}`);
}
