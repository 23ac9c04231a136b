import type { JournalEntry } from '../../../deploy/plan/state.ts';
import { moment } from '../../moment.ts';
import { each, html } from '../markup.ts';
import type { Section } from '../page.ts';

/** What was noted of the run on the storage. */
export function journalSection(entries: readonly JournalEntry[]): Section {
  return {
    id: 'journal',
    title: 'Journal',
    content: html`<div class="scroll" tabindex="0" role="region" aria-label="Table of the journal"><table><thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Nodes</th></tr></thead><tbody>
${each(
  entries,
  ({
    at,
    who,
    reimage,
  }) => html`<tr><td class="wrapless">${moment(at)}</td><td>${who}</td><td>${reimage === undefined ? '' : outcomes[reimage.outcome]}</td><td>${reimage?.nodes.join(', ')}</td></tr>
`,
)}</tbody></table></div>`,
  };
}

const outcomes: Readonly<Record<NonNullable<JournalEntry['reimage']>['outcome'], string>> = {
  done: 'installed',
  failed: 'failed',
  out: 'given up',
  removed: 'removed',
};
