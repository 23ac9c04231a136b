import type { NodeChange } from '../release/plan/plan.ts';
import { catalogue } from '../shared/catalogue.ts';
import { shortDigest } from '../shared/digest.ts';
import { compareFindings, type Finding, type Place } from '../shared/finding.ts';
import { changeWords } from './changes.ts';
import { type Extent, verdictText } from './conclusion.ts';
import { counted } from './counts.ts';
import { markdownBlock, markdownCode, markdownLink, markdownTable, markdownText } from './markdown.ts';
import { type DiagramState, siteDiagram } from './mermaid.ts';
import { urlPath } from './urlPath.ts';

/** One row of the table of nodes. */
export interface SummaryNode {
  readonly hostname: string;
  readonly role: string;
  readonly address: string;
  readonly digest: string;
  /** What the plan says of it, where there is a plan. */
  readonly change?: NodeChange;
  readonly risks?: readonly string[];
  /** Unified diff of its Butane, where it changed. */
  readonly diff?: string;
}

export interface JobSummary {
  /** `lab` */
  readonly site: string;
  /** Digest of the release; undefined when none could be made. */
  readonly release?: string;
  readonly nodes: readonly SummaryNode[];
  /** What a plan says of the site beside its nodes, a line each. */
  readonly changes?: readonly string[];
  readonly findings: readonly Finding[];
  readonly extent: Extent;
  /** Name or address of the router: with it, a small site is drawn. */
  readonly router?: string;
  /** URL of the repository's files at the commit, without a slash at its end: findings link to their lines. */
  readonly files?: string;
}

/** GitHub cuts a step's summary at 1 MiB, so the parts that grow are limited; each says what it left out. */
const limits = { nodes: 1000, changes: 100, findings: 200, diffs: 20 } as const;

/** The job summary of GitHub Actions, in Markdown. Nothing in the inventory can add links, HTML or table cells to it. */
export function jobSummary(summary: JobSummary): string {
  const errors = summary.findings.filter(({ severity }) => severity === 'error').length;
  const verdict = verdictText(errors, summary.findings.length - errors);
  const looked = `${counted(summary.extent.nodes, 'node')}, ${counted(summary.extent.files, 'file')}`;
  const release =
    summary.release === undefined ? 'no release' : `release ${markdownCode(shortDigest(summary.release))}`;
  return [
    `## Pilotlight: ${markdownText(summary.site)}\n`,
    `${errors > 0 ? '❌' : '✅'} ${verdict} · ${looked} · ${release}\n`,
    findingsSection(summary.findings, summary.files),
    nodesSection(summary.nodes),
    siteSection(summary.changes ?? []),
    diagramSection(summary),
    diffsSection(summary.nodes),
  ]
    .filter((section) => section !== '')
    .join('\n');
}

function findingsSection(findings: readonly Finding[], files: string | undefined): string {
  if (findings.length === 0) return '';
  const sorted = findings.toSorted(compareFindings);
  const rows = sorted.slice(0, limits.findings).map((finding) => findingRow(finding, files));
  const more = leftOut(sorted.length - rows.length, 'finding');
  return `### Findings\n\n${markdownTable(['Place', '', 'Code', 'What is wrong', 'How to mend it'], rows)}${more}`;
}

function findingRow({ place, severity, code, message, hint }: Finding, files: string | undefined): string[] {
  return [
    placeCell(place, files),
    severity === 'error' ? '❌ error' : '⚠️ warning',
    `${code} ${markdownText(catalogue[code].title)}`,
    markdownText(message),
    markdownText(hint ?? ''),
  ];
}

function placeCell({ file, line, column }: Place, files: string | undefined): string {
  const text = `${file}:${line}:${column}`;
  if (files === undefined) return markdownCode(text);
  return markdownLink(text, `${files}/${urlPath(file)}#L${line}`);
}

function nodesSection(nodes: readonly SummaryNode[]): string {
  if (nodes.length === 0) return '';
  const planned = nodes.some(({ change }) => change !== undefined);
  const shown = [...nodes].sort((a, b) => rank(a) - rank(b)).slice(0, limits.nodes);
  const rows = shown.map((node) => [
    markdownCode(node.hostname),
    markdownText(node.role),
    markdownCode(node.address),
    markdownCode(shortDigest(node.digest)),
    ...(planned ? [changeCell(node)] : []),
  ]);
  const head = ['Node', 'Role', 'Address', 'Digest', ...(planned ? ['Change'] : [])];
  return `### Nodes\n\n${markdownTable(head, rows)}${leftOut(nodes.length - rows.length, 'node')}`;
}

function siteSection(changes: readonly string[]): string {
  if (changes.length === 0) return '';
  const lines = changes.slice(0, limits.changes).map((text) => `- ${markdownText(text)}\n`);
  return `### Site\n\n${lines.join('')}${leftOut(changes.length - lines.length, 'change')}`;
}

function diagramSection({ router, nodes }: JobSummary): string {
  const drawn = nodes.map(({ hostname, role, address, change }) => ({
    hostname,
    role,
    address,
    ...(change === undefined ? {} : { state: changeState(change) }),
  }));
  const diagram = router === undefined || nodes.length === 0 ? undefined : siteDiagram(router, drawn);
  return diagram === undefined ? '' : markdownBlock(diagram, 'mermaid');
}

/** What a change is in a picture of the site. */
export function changeState(change: NodeChange): DiagramState {
  const words = changeWords[change];
  if (change === 'unchanged') return { words, tone: 'good' };
  return { words, tone: change === 'dataAtRisk' ? 'bad' : 'todo' };
}

/** What stands before the words of a change. */
export const changeIcons: Readonly<Record<NodeChange, string>> = {
  unchanged: '',
  reimage: '🔁 ',
  dataAtRisk: '⚠️ ',
  added: '➕ ',
  removed: '➖ ',
};

function changeCell({ change = 'unchanged', risks = [] }: SummaryNode): string {
  const words = `${changeIcons[change]}${changeWords[change]}`;
  const text = change === 'dataAtRisk' ? `**${words}**` : words;
  return [text, ...risks.map(markdownText)].join('<br>');
}

/** Nodes that change come first, so that a limit never hides them. */
function rank({ change }: SummaryNode): number {
  return change === undefined || change === 'unchanged' ? 1 : 0;
}

function diffsSection(nodes: readonly SummaryNode[]): string {
  const changed = nodes.filter(({ diff }) => diff !== undefined);
  const blocks = changed
    .slice(0, limits.diffs)
    .map(
      ({ hostname, diff = '' }) =>
        `<details><summary>What changes on ${markdownCode(hostname)}</summary>\n\n${markdownBlock(diff, 'diff')}\n</details>\n`,
    );
  return `${blocks.join('\n')}${leftOut(changed.length - blocks.length, 'diff')}`;
}

function leftOut(count: number, noun: string): string {
  return count === 0 ? '' : `\n… and ${counted(count, `more ${noun}`)}\n`;
}
