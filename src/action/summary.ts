import { counted } from '../report/counts.ts';
import { type JobSummary, jobSummary, type SummaryNode } from '../report/jobSummary.ts';
import { markdownCode, markdownLink, markdownText } from '../report/markdown.ts';
import { urlPath } from '../report/urlPath.ts';
import type { Event } from './event.ts';
import type { Result, ResultSite } from './result.ts';
import { doneSections } from './summarySections.ts';
import type { UploadedRelease } from './upload.ts';

/** GitHub refuses the summary of a step that is larger: 1 MiB, with room for the closing lines. */
const mostBytes = 1024 * 1024 - 16 * 1024;

/** What the summary tells besides the sites. */
export interface SummaryExtras {
  readonly event: Event;
  readonly uploads: readonly UploadedRelease[];
  /** Findings that are shown as no annotation. */
  readonly left: number;
}

/** The job summary of all sites, in Markdown, never longer than GitHub takes. */
export function summaryOf(result: Result, extras: SummaryExtras): string {
  let room = mostBytes;
  const deployed = new Set(result.deploys?.map(({ site }) => site));
  const done = doneSections(result);
  for (const text of done) room -= Buffer.byteLength(text);
  const sections = result.sites
    // What a deploy says of a site without findings says all.
    .filter(({ name, findings }) => !deployed.has(name) || findings.length > 0)
    .map((site) => {
      const text = sectionThatFits(siteSummary(site, extras), room);
      room -= Buffer.byteLength(text);
      return text;
    });
  return [...done, ...sections, closingLines(result, extras)].filter((text) => text !== '').join('\n');
}

function siteSummary(site: ResultSite, { event }: SummaryExtras): JobSummary {
  const commit = event.checkedOut ?? event.commit;
  const { name, opened, manifest, findings } = site;
  const extent = { nodes: opened.inventory?.site.nodes.length ?? 0, files: opened.sources.files.size };
  return {
    site: name,
    nodes: summaryNodes(site),
    changes: site.plan?.site.map(({ text }) => text) ?? [],
    findings,
    extent,
    ...(manifest === undefined ? {} : { release: manifest.release.id, router: manifest.site.router.address }),
    ...(event.page === undefined || commit === undefined
      ? {}
      : { files: `${event.page}/blob/${urlPath(commit)}` }),
  };
}

function summaryNodes({ plan, manifest }: ResultSite): SummaryNode[] {
  if (plan !== undefined) {
    return plan.nodes.map(({ hostname, role, address, before, after, change, risks, diff }) => {
      const node = { hostname, role, address, digest: after ?? before ?? '', change, risks };
      return diff === undefined ? node : { ...node, diff };
    });
  }
  return (manifest?.nodes ?? []).map(({ hostname, role, address, variants: [{ digest }] }) => ({
    hostname,
    role,
    address,
    digest,
  }));
}

/** The longest of several forms that fits: whole, without diffs, without nodes and most findings. */
function sectionThatFits(summary: JobSummary, room: number): string {
  const withoutDiffs = summary.nodes.map(({ diff: _diff, ...node }) => node);
  const forms = [
    () => jobSummary(summary),
    () => jobSummary({ ...summary, nodes: withoutDiffs }),
    () => jobSummary({ ...summary, nodes: [], changes: [], findings: summary.findings.slice(0, 20) }),
  ];
  for (const form of forms) {
    const text = form();
    if (Buffer.byteLength(text) <= room) return text;
  }
  return `## Pilotlight: ${markdownText(summary.site)}\n\nThis part is longer than GitHub takes: the log has it.\n`;
}

const noteIcons = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const;

function closingLines({ notes, failure }: Result, { uploads, left }: SummaryExtras): string {
  const paragraphs = [
    ...(failure === undefined ? [] : [`❌ ${markdownText(failure.message)}`]),
    ...notes.map(({ level, text }) => `${noteIcons[level]} ${markdownText(text)}`),
    ...(left === 0 ? [] : [`${counted(left, 'more finding')} than GitHub shows as annotations of a step.`]),
    ...uploads.map(({ name, url }) =>
      url === undefined ? `📦 ${markdownCode(name)}` : `📦 ${markdownLink(name, url)}`,
    ),
  ];
  return paragraphs.map((text) => `${text}\n`).join('\n');
}
