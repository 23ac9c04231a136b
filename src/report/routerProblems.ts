import type { RouterProblem } from '../router/plan/routerPlan.ts';
import type { ProbeResult } from '../router/run/probe/probe.ts';
import { markdownText } from './markdown.ts';
import type { Palette } from './palette.ts';
import { visible } from './visible.ts';

/** What is in the way, or will surprise, each with what to do about it. */
export function problemLines(problems: readonly RouterProblem[], colours: Palette): string {
  return problems
    .map(({ severity, message, next }) => {
      const sign = severity === 'error' ? colours.error('✗') : colours.warning('!');
      return `${sign} ${visible(message)}\n  ${visible(next)}\n`;
    })
    .join('');
}

/** The same in Markdown. */
export function problemMarkdown(problems: readonly RouterProblem[]): string {
  return problems
    .map(
      ({ severity, message, next }) =>
        `${severity === 'error' ? '❌' : '⚠️'} ${markdownText(message)}<br>${markdownText(next)}\n`,
    )
    .join('\n');
}

/** What a router answered, a line each. */
export function probeLines(probes: readonly ProbeResult[], colours: Palette): string {
  const signs = { ok: colours.good('✓'), unknown: colours.warning('!'), failed: colours.error('✗') };
  return probes.map(({ state, message }) => `${signs[state]} ${visible(message)}\n`).join('');
}

/** The same in Markdown. */
export function probeMarkdown(probes: readonly ProbeResult[]): string {
  const signs = { ok: '✅', unknown: '⚠️', failed: '❌' };
  return probes.map(({ state, message }) => `- ${signs[state]} ${markdownText(message)}\n`).join('');
}
