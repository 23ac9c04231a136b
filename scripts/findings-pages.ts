import type { CatalogueEntry } from '../src/shared/catalogue/entry.ts';
import { type Code, catalogue } from '../src/shared/catalogue.ts';
import { compareText } from '../src/shared/finding.ts';

/** The ranges of the catalogue: what the codes that begin so are about. */
export const ranges = [
  { prefix: 'PL10', title: 'Reading files and YAML' },
  { prefix: 'PL11', title: 'The shape of the inventory' },
  { prefix: 'PL12', title: 'The meaning of the inventory' },
  { prefix: 'PL13', title: 'Charts and manifests of the cluster' },
  { prefix: 'PL20', title: 'Overlays: templates, merging, translation' },
  { prefix: 'PL25', title: 'Rendering: the built-in base and iPXE scripts' },
  { prefix: 'PL30', title: 'iPXE scripts' },
  { prefix: 'PL31', title: 'Kernel arguments of CoreOS in iPXE scripts' },
  { prefix: 'PL32', title: 'Ignition, systemd units and scripts on the node' },
  { prefix: 'PL40', title: 'Releases and plans' },
] as const;

/** Ranges about files that people write by hand too, where a comment silences a finding on its line. */
const commentable = ['PL30', 'PL31', 'PL32'];

const generated =
  '<!-- Generated from src/shared/catalogue by scripts/generate-findings-docs.ts. Do not edit. -->\n';

/** Every page about findings, by path below docs/: one a code, and the index. */
export function findingsPages(): ReadonlyMap<string, string> {
  const codes = (Object.keys(catalogue) as Code[]).sort(compareText);
  return new Map([
    ['findings.md', indexPage(codes)],
    ...codes.map((code) => [`findings/${code}.md`, codePage(code, catalogue[code])] as const),
  ]);
}

function indexPage(codes: readonly Code[]): string {
  const sections = ranges.map(({ prefix, title }) => {
    const rows = codes.filter((code) => code.startsWith(prefix)).map(indexRow);
    return rows.length === 0
      ? ''
      : `\n## ${prefix}xx: ${title}\n\n| code | severity | what |\n| --- | --- | --- |\n${rows.join('')}`;
  });
  return `${generated}# Findings

Everything that Pilotlight can find has a code, and a page that says why it matters and how to mend it.
A severity with a star can be changed: see the page.
${sections.join('')}`;
}

function indexRow(code: Code): string {
  const { severity, title, configurable } = catalogue[code] as CatalogueEntry;
  const star = configurable === true ? ' \\*' : '';
  return `| [${code}](findings/${code}.md) | ${severity}${star} | ${title.replaceAll('|', '\\|')} |\n`;
}

function codePage(code: Code, { severity, title, why, mend, configurable = false }: CatalogueEntry): string {
  const topic = ranges.find(({ prefix }) => code.startsWith(prefix))?.title ?? '';
  return `${generated}# ${code}: ${title}

Severity: **${severity}** · ${configurable ? 'can be changed or silenced' : 'cannot be silenced'} · [${topic}](../findings.md)

## Why it matters

${why}

## How to mend it

${mend}

## How to silence it

${silencing(code, configurable)}
`;
}

function silencing(code: Code, configurable: boolean): string {
  if (!configurable) return 'It cannot be turned off.';
  const site = `For the whole site, in \`site.yaml\` (\`off\`, \`warning\` or \`error\`):

\`\`\`yaml
rules:
  ${code}: off
\`\`\``;
  if (!commentable.some((prefix) => code.startsWith(prefix))) return site;
  return `${site}

For one line of a file that has comments, with a reason, in the line before it:

\`\`\`
# pilotlight: ignore ${code} the reason why it is right here
\`\`\``;
}
