import { type NodePlan, nodeChanges, type ReleasePlan } from '../release/plan/plan.ts';
import { shortDigest } from '../shared/digest.ts';
import { compareFindings, type Finding } from '../shared/finding.ts';
import { changeWords } from './changes.ts';
import { verdictText } from './conclusion.ts';
import { counted } from './counts.ts';
import { changeIcons } from './jobSummary.ts';
import { markdownBlock, markdownCode, markdownLink, markdownTable, markdownText } from './markdown.ts';

/** What a comment on a pull request tells of a site. */
export interface PlanCommentSite {
  readonly name: string;
  /** Undefined where errors kept it from being made. */
  readonly release: string | undefined;
  /** Undefined where nothing was compared. */
  readonly plan: ReleasePlan | undefined;
  readonly findings: readonly Finding[];
}

export interface PlanComment {
  readonly sites: readonly PlanCommentSite[];
  /** Page of the workflow run, which has everything. */
  readonly run: string | undefined;
  /** Most characters that it may have. */
  readonly room: number;
}

/**
 * What a pull request means for each node, in Markdown that does nothing but show it, whatever the inventory holds. It never has more
 * characters than there is room for: diffs go first, then nodes that do not change, then nodes.
 */
export function planComment({ sites, run, room }: PlanComment): string {
  const end = `\n<sub>Kept up to date by Pilotlight${run === undefined ? '' : `, last by ${markdownLink('this run', run)}`}.</sub>\n`;
  for (const form of forms) {
    const text = `${sites.map((site) => siteText(site, form)).join('\n')}${end}`;
    if (text.length <= room - reserve) return withDiffs(sites, text, end, room);
  }
  return `The plan of ${counted(sites.length, 'site')} is longer than a comment may be: the run has it.\n${end}`.slice(
    0,
    room,
  );
}

/** Characters for the line that says what was left out. */
const reserve = 100;

/** How much of the lists is shown, the most first. */
interface Form {
  readonly unchanged: boolean;
  readonly nodes: number;
  readonly findings: number;
}

const forms: readonly Form[] = [
  { unchanged: true, nodes: 300, findings: 50 },
  { unchanged: false, nodes: 150, findings: 20 },
  { unchanged: false, nodes: 20, findings: 5 },
  { unchanged: false, nodes: 0, findings: 0 },
];

function siteText({ name, release, plan, findings }: PlanCommentSite, form: Form): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const verdict = verdictText(errors, findings.length - errors);
  const made = release === undefined ? 'no release' : `release ${markdownCode(shortDigest(release))}`;
  return [
    `### Pilotlight: ${markdownText(name)}\n\n`,
    `${errors > 0 ? '❌' : '✅'} ${verdict} · ${made}\n`,
    findingList(findings, form),
    plan === undefined ? '\nNothing was compared.\n' : planText(plan, form),
  ].join('');
}

function findingList(findings: readonly Finding[], { findings: most }: Form): string {
  const shown = findings.toSorted(compareFindings).slice(0, most);
  const lines = shown.map(
    ({ code, severity, message, place: { file, line } }) =>
      `- ${severity === 'error' ? '❌' : '⚠️'} ${code} ${markdownCode(`${file}:${line}`)} ${markdownText(message)}\n`,
  );
  if (findings.length === 0) return '';
  return `\n${lines.join('')}${leftOut(findings.length - shown.length, 'finding')}`;
}

function planText(plan: ReleasePlan, { unchanged, nodes: most }: Form): string {
  const counts = nodeChanges
    .filter((change) => plan.counts[change] > 0)
    .map((change) => `${changeIcons[change]}${plan.counts[change]} ${changeWords[change]}`);
  const sorted = plan.nodes.toSorted((a, b) => nodeChanges.indexOf(a.change) - nodeChanges.indexOf(b.change));
  const listed = unchanged ? sorted : sorted.filter(({ change }) => change !== 'unchanged');
  const shown = listed.slice(0, most);
  const site = plan.site.slice(0, most).map(({ text }) => `- ${markdownText(text)}\n`);
  return [
    `\n${counts.length === 0 ? 'No node' : counts.join(' · ')}\n`,
    shown.length === 0 ? '' : `\n${markdownTable(['Node', 'What it means', 'Why'], shown.map(nodeRow))}`,
    leftOut(listed.length - shown.length, 'node'),
    site.length === 0 ? '' : `\n${site.join('')}`,
    leftOut(plan.site.length - site.length, 'site change'),
  ].join('');
}

const mostReasons = 10;

function nodeRow({ hostname, change, risks, reasons }: NodePlan): string[] {
  const words = `${changeIcons[change]}${changeWords[change]}`;
  const left = reasons.length - mostReasons;
  const why = reasons.slice(0, mostReasons).map(({ text }) => markdownText(text));
  return [
    markdownCode(hostname),
    [change === 'dataAtRisk' ? `**${words}**` : words, ...risks.map(markdownText)].join('<br>'),
    [...why, ...(left > 0 ? [`… and ${left} more`] : [])].join('<br>'),
  ];
}

/** Adds as many folded diffs as there is room for. */
function withDiffs(sites: readonly PlanCommentSite[], text: string, end: string, room: number): string {
  const blocks = sites.flatMap(({ plan }) => plan?.nodes.flatMap(diffBlock) ?? []);
  let left = room - text.length - reserve;
  const shown: string[] = [];
  for (const block of blocks) {
    if (block.length > left) continue;
    left -= block.length;
    shown.push(block);
  }
  const more = leftOut(blocks.length - shown.length, 'diff');
  return `${text.slice(0, text.length - end.length)}${shown.join('')}${more}${end}`;
}

function diffBlock({ hostname, diff }: NodePlan): string[] {
  if (diff === undefined) return [];
  return [
    `\n<details><summary>What changes on ${markdownCode(hostname)}</summary>\n\n${markdownBlock(diff, 'diff')}\n</details>\n`,
  ];
}

function leftOut(count: number, noun: string): string {
  return count === 0 ? '' : `\n… and ${counted(count, `more ${noun}`)}: the run has all of them\n`;
}
