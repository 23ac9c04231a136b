import { sha256 } from '../../shared/digest.ts';
import { moment } from '../moment.ts';
import { home } from '../pages.ts';
import { iconShapes } from './icons.ts';
import { each, html, type Markup, trusted } from './markup.ts';
import type { ReportOrigin } from './origin.ts';
import { script } from './script/script.ts';
import { style } from './style/style.ts';

/** A part of a page that its navigation names. */
export interface Section {
  /** In letters: it is the target of a link. */
  readonly id: string;
  readonly title: string;
  /** What stands beside the title: a number, a few words. */
  readonly count?: string;
  readonly content: Markup;
}

export interface Page {
  readonly title: string;
  /** What comes first: the heading of the page and what matters most. */
  readonly hero: Markup;
  readonly sections: readonly Section[];
  readonly origin: ReportOrigin;
}

/** A whole HTML file. It loads nothing, sends nothing, and runs no script but its own. */
export function page({ title, hero, sections, origin }: Page): string {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${base64(sha256(script))}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Pilotlight ${origin.version}">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
${iconShapes}
<a class="skip" href="#main">Skip to the report</a>
<header class="top"><div class="bar">
<span class="brand">${flame}Pilotlight</span>
<nav aria-label="Sections">${each(sections, ({ id, title: name }) => html`<a href="#${id}">${name}</a>`)}</nav>
<div class="search" role="search" data-scripted hidden><label class="sr" for="search">Look for</label><input id="search" type="search" placeholder="Look for…" autocomplete="off" spellcheck="false"><span id="found" class="sr" role="status"></span></div>
${schemes}
</div></header>
<main id="main" tabindex="-1">
<section class="hero" aria-labelledby="title">${hero}</section>
${each(sections, sectionMarkup)}
</main>
<footer><div>${originText(origin)}</div></footer>
<script>${trusted(script)}</script>
</body>
</html>
`.text;
}

function sectionMarkup({ id, title, count, content }: Section): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}${count === undefined ? '' : html` <span class="count">${count}</span>`}</h2>
${content}</section>
`;
}

function originText({ version, at, commit }: ReportOrigin): Markup {
  return html`Made by <a href="${home}">Pilotlight</a> ${version}${at === undefined ? '' : ` on ${moment(at)}`}${commit === undefined ? '' : html` from commit <code>${commit.slice(0, 12)}</code>`}. Values of secrets are in no report: <span class="secret">NAME</span> stands for them.`;
}

const flame = trusted(
  '<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path fill="var(--flame)" d="M10.6 1c.5 3.2-1 4.6-2.6 6.4C6.4 9.2 5 10.8 5 13.300A5.6 5.6 0 0 0 10.6 19c3.2 0 5.4-2.5 5.4-5.5 0-2.8-1.5-4.5-2.7-6.3-.3 1.3-.9 2-1.7 2.5.4-3.2-.2-6.4-1-8.700Z"/><path fill="var(--accent)" d="M10.4 11.500c-1.4 1.2-2.4 2.2-2.4 3.9 0 1.5 1.1 2.6 2.5 2.600s2.5-1.1 2.5-2.600c0-1.5-1.1-2.6-2.6-3.900Z"/></svg>',
);

/** Three choices that work without a script: the palette follows what is checked. */
const schemes = trusted(
  `<fieldset class="theme"><legend class="sr">Colours</legend>${[
    [
      'auto',
      'As the system',
      '<path d="M8 1.500a6.5 6.5 0 0 1 0 13z" fill="currentColor" stroke="none"/><circle cx="8" cy="8" r="6.5"/>',
    ],
    [
      'light',
      'Light',
      '<circle cx="8" cy="8" r="3"/><path d="M8 1v1.600M8 13.400V15M1 8h1.600M13.4 8H15M3 3l1.2 1.200M11.8 11.8 13 13M3 13l1.2-1.200M11.8 4.2 13 3"/>',
    ],
    ['dark', 'Dark', '<path d="M13.8 9.600A6 6 0 0 1 6.4 2.200a6 6 0 1 0 7.4 7.400Z"/>'],
  ]
    .map(
      ([name, words, shape]) =>
        `<label title="${words}"><input type="radio" name="theme" id="theme-${name}"${name === 'auto' ? ' checked' : ''}><span class="sr">${words}</span><svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shape}</svg></label>`,
    )
    .join('')}</fieldset>`,
);

function base64(hexadecimal: string): string {
  return Buffer.from(hexadecimal, 'hex').toString('base64');
}
