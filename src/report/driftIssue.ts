import { counted } from './counts.ts';
import { isAsItShouldBe, type NodeDrift, type SiteDrift } from './drift.ts';
import { markdownCode, markdownLink, markdownTable, markdownText } from './markdown.ts';

/** What an issue is made from. */
export interface DriftIssue {
  readonly sites: readonly SiteDrift[];
  /** Page of the workflow run. */
  readonly run: string | undefined;
  /** Most characters that it may have. */
  readonly room: number;
}

/** The text of the issue that says what is not as the inventory says; or, where nothing differs, that it was. */
export function driftIssueText({ sites, run, room }: DriftIssue): string {
  const drifted = sites.filter((site) => !isAsItShouldBe(site));
  const seen = run === undefined ? '' : ` (${markdownLink('this run', run)})`;
  const end = `\n---\n\nKept up to date by Pilotlight${seen}; it is closed when nothing differs any more.\n`;
  if (drifted.length === 0)
    return `Everything is as the inventory says again${run === undefined ? '' : `, says ${markdownLink('this run', run)}`}.\n`;
  for (const nodes of [500, 100, 20, 0]) {
    const text = `${drifted.map((site) => siteText(site, nodes)).join('\n')}${end}`;
    if (text.length <= room) return text;
  }
  return `Much of ${counted(drifted.length, 'site')} is not as the inventory says: the run has the list${seen}.\n`.slice(
    0,
    room,
  );
}

function siteText({ site, problems, nodes }: SiteDrift, mostNodes: number): string {
  const shown = nodes.slice(0, mostNodes);
  const left = nodes.length - shown.length;
  return [
    `## ${markdownText(site)}\n\n`,
    problems
      .slice(0, 50)
      .map((text) => `- ${markdownText(text.slice(0, longestProblem))}\n`)
      .join(''),
    shown.length === 0 ? '' : `\n${markdownTable(['Node', 'What differs'], shown.map(nodeRow))}`,
    left === 0 ? '' : `\n… and ${counted(left, 'more node')}\n`,
  ].join('');
}

const longestProblem = 500;

function nodeRow({ hostname, why, differs }: NodeDrift): string[] {
  return [
    markdownCode(hostname),
    `${differs ? '🔁' : '❔'} ${markdownText(why.split('\n', 1)[0]?.slice(0, longestProblem) ?? '')}`,
  ];
}
