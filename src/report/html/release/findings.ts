import type { CatalogueEntry } from '../../../shared/catalogue/entry.ts';
import { type Code, catalogue } from '../../../shared/catalogue.ts';
import { compareFindings, type Finding } from '../../../shared/finding.ts';
import { verdictText } from '../../conclusion.ts';
import { counted } from '../../counts.ts';
import { lineReader, type Source } from '../../lines.ts';
import { findingPages } from '../../pages.ts';
import { placeText } from '../../place.ts';
import { badge } from '../icons.ts';
import { leftOut } from '../leftOut.ts';
import { limits } from '../limits.ts';
import { each, html, type Markup, trusted } from '../markup.ts';
import type { Section } from '../page.ts';
import { excerptMarkup } from './excerptMarkup.ts';

/** What was found, by code: those of errors first. */
export function findingsSection(findings: readonly Finding[], source: Source): Section {
  const sorted = findings.toSorted(compareFindings);
  const errors = sorted.filter(({ severity }) => severity === 'error').length;
  const reader = { lineOf: lineReader(source), isSecret: secretLines(sorted) };
  const lineOf = (file: string, line: number) =>
    reader.isSecret(file, line) ? undefined : reader.lineOf(file, line);
  let room: number = limits.findings;
  return {
    id: 'findings',
    title: 'Findings',
    count: verdictText(errors, sorted.length - errors),
    content:
      sorted.length === 0
        ? html`<p class="note good">${badge('good', 'nothing found')} Every file was read, rendered, translated and looked through.</p>`
        : html`${each(byCode(sorted), ([code, list]) => {
            const shown = list.slice(0, Math.min(limits.findingsOfCode, room));
            room -= shown.length;
            return group(code, list, shown, lineOf);
          })}`,
  };
}

type LineOf = (file: string, line: number) => string | undefined;

function group(code: Code, list: readonly Finding[], shown: readonly Finding[], lineOf: LineOf): Markup {
  const { title, why, mend }: CatalogueEntry = catalogue[code];
  const isError = list.some(({ severity }) => severity === 'error');
  return html`<details class="fold"${shown.length === 0 ? '' : trusted(' open')} data-group><summary>${badge(isError ? 'bad' : 'warn', isError ? 'error' : 'warning')}<h3>${title}</h3><span class="right">${code} · ${counted(list.length, 'place')}</span></summary><div class="inside">
${each(shown, (finding) => one(finding, lineOf))}
${leftOut(list.length - shown.length, 'finding', 'pilotlight check --all shows them')}
<details><summary class="small soft">Why it matters, and how to mend it</summary><div class="small"><p>${why}</p><p>${mend}</p><p><a href="${findingPages}/${code}.md" rel="noreferrer">The page of ${code}</a></p></div></details></div></details>
`;
}

function one(finding: Finding, lineOf: LineOf): Markup {
  const { place, severity, message, hint, related = [] } = finding;
  return html`<div class="finding ${severity}" data-find><span class="place"><code>${placeText(place)}</code></span><p>${message}</p>
${excerptMarkup(place, lineOf(place.file, place.line))}
${each(related.slice(0, 3), (other) => html`<p class="hint">also at <code>${placeText(other.place)}</code>${other.message === '' ? '' : ` (${other.message})`}</p>`)}
${hint === undefined ? '' : html`<p class="hint"><b>Hint:</b> ${hint}</p>`}</div>
`;
}

function byCode(findings: readonly Finding[]): [Code, Finding[]][] {
  const groups = new Map<Code, Finding[]>();
  for (const finding of findings) {
    const known = groups.get(finding.code);
    if (known === undefined) groups.set(finding.code, [finding]);
    else known.push(finding);
  }
  const weight = ([, list]: [Code, Finding[]]): number =>
    list.some(({ severity }) => severity === 'error') ? 0 : 1;
  return [...groups].sort((a, b) => weight(a) - weight(b));
}

/** Tells lines that may have a secret on them: none is shown, whatever else was found there. */
function secretLines(findings: readonly Finding[]): (file: string, line: number) => boolean {
  const lines = new Set<string>();
  for (const { code, place } of findings) {
    const entry: CatalogueEntry = catalogue[code];
    if (entry.secret === true) lines.add(`${place.file}:${place.line}`);
  }
  return (file, line) => lines.has(`${file}:${line}`);
}
