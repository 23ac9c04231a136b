import { compareText } from '../../../shared/finding.ts';
import { byteSize } from '../../bytes.ts';
import { counted } from '../../counts.ts';
import { highlighted, languageOf } from '../highlight/highlight.ts';
import { each, html, type Markup } from '../markup.ts';
import type { Section } from '../page.ts';
import type { CollectedFile, CollectedFiles } from './collect.ts';

/** What was rendered, folded: what all nodes share first, then a folder for each node. */
export function filesSection({ files, leftOut }: CollectedFiles): Section {
  const count = files.reduce((sum, { paths }) => sum + paths.length, 0) + leftOut.files;
  return {
    id: 'files',
    title: 'Rendered files',
    count: counted(count, 'file'),
    content: html`<div class="actions" data-scripted hidden><button type="button" data-open="files" data-to="open">Open all</button><button type="button" data-open="files" data-to="close">Close all</button></div>
<p class="soft">What machines get, byte by byte; Ignition is shown with line breaks that it does not have. Files with the same text are shown once.</p>
${each(folders(files), ([name, list]) => folder(name, list))}
${leftOut.files === 0 ? '' : html`<p class="note">There was no room for ${counted(leftOut.files, 'more file')} (${byteSize(leftOut.bytes)}): pilotlight render prints each of them.</p>`}`,
  };
}

function folder(name: string, files: readonly CollectedFile[]): Markup {
  return html`<details class="fold" data-group><summary><b>${name}</b><span class="right">${counted(files.length, 'file')}</span></summary><div class="inside">
${each(files, file)}</div></details>
`;
}

function file({ paths, text }: CollectedFile): Markup {
  const [path = '', ...others] = paths;
  const language = languageOf(path);
  const shown = path.endsWith('.ign') ? withLineBreaks(text) : text;
  const also =
    others.length === 0
      ? ''
      : html`<p class="soft small">The same as ${each(others.slice(0, 12), (other, index) => html`${index === 0 ? '' : ', '}<code>${other}</code>`)}${others.length > 12 ? ` and ${others.length - 12} more` : ''}</p>`;
  return html`<details class="fold file" data-find><summary><code>${path}</code><span class="right">${byteSize(Buffer.byteLength(text))}</span></summary><div class="inside">${also}<pre tabindex="0" aria-label="${path}"><code>${highlighted(shown, language)}</code></pre></div></details>
`;
}

/** Files by the node that they are for. */
function folders(files: readonly CollectedFile[]): [string, CollectedFile[]][] {
  const groups = new Map<string, CollectedFile[]>();
  for (const each_ of files) {
    const name = folderOf(each_.paths[0] ?? '');
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [each_]);
    else known.push(each_);
  }
  return [...groups]
    .map(([name, list]): [string, CollectedFile[]] => [
      name,
      list.sort((a, b) => compareText(a.paths[0] ?? '', b.paths[0] ?? '')),
    ])
    .sort(([a], [b]) => order(a) - order(b) || compareText(a, b));
}

function folderOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  if (first === 'nodes') return second;
  return first === 'ipxe' || !path.includes('/') ? bootScripts : first;
}

const bootScripts = 'Boot scripts';

function order(name: string): number {
  return name === bootScripts ? 0 : name === 'manifests' ? 1 : 2;
}

function withLineBreaks(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
