import type { RouterCheck } from '../router/check/checklist.ts';
import { jsonText } from './jsonText.ts';
import { markdownText } from './markdown.ts';
import { palette } from './palette.ts';
import { problemLines, problemMarkdown } from './routerProblems.ts';
import { visible } from './visible.ts';

/** What a look at a site's router found. */
export interface RouterDoctorReport {
  readonly site: string;
  /** `root@192.168.26.1:22`, or the site's router where nothing answers. */
  readonly target: string;
  readonly checks: readonly RouterCheck[];
}

const titleWidth = 15;

/** Each check on a line; below it what is wrong, and what to do about it. */
export function routerDoctorText({ site, target, checks }: RouterDoctorReport, colour: boolean): string {
  const colours = palette(colour);
  const signs = {
    ok: colours.good('✓'),
    warning: colours.warning('!'),
    failed: colours.error('✗'),
    skipped: colours.faint('-'),
  };
  const lines = checks.map(({ name, state, message, problems }) => {
    const title = `${signs[state]} ${name.padEnd(titleWidth)}`;
    if (problems.length === 0) return `${title}${visible(message)}\n`;
    return `${title.trimEnd()}\n${indented(problemLines(problems, colours))}`;
  });
  return `${colours.strong(visible(site))} · ${visible(target)}\n\n${lines.join('')}\n${conclusion(checks)}\n`;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}

function conclusion(checks: readonly RouterCheck[]): string {
  const failed = checks.filter(({ state }) => state === 'failed').length;
  if (failed > 0) return `${failed} of ${checks.length} checks failed`;
  const warned = checks.filter(({ state }) => state === 'warning').length;
  return warned > 0 ? `nodes can boot; ${warned} of ${checks.length} checks say something` : 'nodes can boot';
}

/** The same as data. */
export function routerDoctorJson(report: RouterDoctorReport): string {
  return jsonText({ version: 1, ...report });
}

/** The same for a job summary. */
export function routerDoctorMarkdown({ site, target, checks }: RouterDoctorReport): string {
  const signs = { ok: '✅', warning: '⚠️', failed: '❌', skipped: '➖' };
  const lines = checks.map(({ name, state, message, problems }) =>
    problems.length === 0
      ? `- ${signs[state]} ${name}: ${markdownText(message)}\n`
      : `- ${signs[state]} ${name}\n${problemMarkdown(problems).replace(/^(?=.)/gm, '  ')}`,
  );
  return `## Pilotlight: router of ${markdownText(site)}\n\n${markdownText(target)}: ${conclusion(checks)}\n\n${lines.join('')}`;
}
