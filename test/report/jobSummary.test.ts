import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JobSummary, jobSummary } from '../../src/report/jobSummary.ts';
import { markdownBlock, markdownLink, markdownText } from '../../src/report/markdown.ts';
import { finding } from '../../src/shared/finding.ts';
import { at, duplicateAddress, hostileFinding, hostileText, unsafe } from './sample.ts';

const summary: JobSummary = {
  site: 'lab',
  release: 'd'.repeat(64),
  router: '192.168.26.1',
  nodes: [
    {
      hostname: 'lenovo1.lab',
      role: 'server',
      address: '192.168.26.11',
      digest: 'a'.repeat(64),
      change: 'unchanged',
    },
    {
      hostname: 'lenovo2.lab',
      role: 'server',
      address: 'dhcp',
      digest: 'b'.repeat(64),
      change: 'dataAtRisk',
      risks: ['/dev/x would be erased (wipe: true)'],
      diff: '@@ -1 +1 @@\n-a\n+b\n',
    },
  ],
  findings: [duplicateAddress],
  extent: { nodes: 2, files: 7 },
  files: 'https://github.com/lerenn/lab/blob/0123abc',
};

describe('job summaries', () => {
  test('show findings, nodes, the site and what changes', () => {
    expect(jobSummary(summary)).toMatchInlineSnapshot(`
      "## Pilotlight: lab

      ❌ 1 error · 2 nodes, 7 files · release <code>dddddddddddd</code>

      ### Findings

      | Place |  | Code | What is wrong | How to mend it |
      | --- | --- | --- | --- | --- |
      | [inventory/nodes/lenovo2.yaml:6:10](https://github.com/lerenn/lab/blob/0123abc/inventory/nodes/lenovo2.yaml#L6) | ❌ error | PL1204 Address already in use | address 192.168.26.11 is already lenovo1's | free addresses near it: 192.168.26.12, .13 |

      ### Nodes

      | Node | Role | Address | Digest | Change |
      | --- | --- | --- | --- | --- |
      | <code>lenovo2.lab</code> | server | <code>dhcp</code> | <code>bbbbbbbbbbbb</code> | **⚠️ data at risk**<br>/dev/x would be erased (wipe: true) |
      | <code>lenovo1.lab</code> | server | <code>192.168.26.11</code> | <code>aaaaaaaaaaaa</code> | no change |

      \`\`\`mermaid
      flowchart LR
        router["router<br>192.168.26.1"]
        subgraph g0["servers"]
          n0["lenovo1.lab<br>192.168.26.11<br>no change"]:::good
          n1["lenovo2.lab<br>dhcp<br>data at risk"]:::bad
        end
        router --> g0
        classDef bad stroke:#cf222e,stroke-width:2px
        classDef good stroke:#2da44e,stroke-width:2px
      \`\`\`

      <details><summary>What changes on <code>lenovo2.lab</code></summary>

      \`\`\`diff
      @@ -1 +1 @@
      -a
      +b
      \`\`\`

      </details>
      "
    `);
  });

  test('tell what a plan says of the site, as text that does nothing else', () => {
    const changes = [
      'K3s version: v1 → v2',
      '<b> @who [a](http://x)',
      ...Array(200).fill('boot.ipxe changed'),
    ];
    const text = jobSummary({ ...summary, changes });
    expect(text).toContain('### Site\n\n- K3s version: v1 → v2\n- &#60;b&#62; <span>@</span>who ');
    expect(text).toContain('\n… and 102 more changes\n');
    expect(jobSummary({ ...summary, changes: [] })).toBe(jobSummary(summary));
  });

  test('are short when there is nothing to say', () => {
    const { release: _release, router: _router, ...rest } = summary;
    expect(jobSummary({ ...rest, findings: [], nodes: [] })).toBe(
      '## Pilotlight: lab\n\n✅ no findings · 2 nodes, 7 files · no release\n',
    );
  });

  test('stay below what GitHub takes, and say what is left out', () => {
    const [first, second] = summary.nodes;
    const nodes = Array.from(
      { length: 5000 },
      (_, index) => ({ ...first, hostname: `n${index}` }) as typeof first,
    );
    const findings = Array.from({ length: 900 }, (_, index) =>
      finding('PL1001', at('f', index + 1, 1), 'x'.repeat(200)),
    );
    const text = jobSummary({
      ...summary,
      findings,
      nodes: [...nodes, second].flatMap((node) => node ?? []),
    });
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toContain('… and 700 more findings');
    expect(text).toContain('… and 4001 more nodes');
    expect(text.indexOf('lenovo2.lab')).toBeLessThan(text.indexOf('<code>n0</code>'));
  });

  test('keep their tables, whatever the inventory holds', () => {
    fc.assert(
      fc.property(
        fc.array(hostileFinding, { maxLength: 4 }),
        fc.array(hostileText, { minLength: 5, maxLength: 5 }),
        (findings, texts) => {
          const [hostname = '', role = '', address = '', risk = '', site = ''] = texts;
          const text = jobSummary({
            ...summary,
            site,
            findings,
            nodes: [{ hostname, role, address, digest: 'a'.repeat(64), change: 'dataAtRisk', risks: [risk] }],
          });
          for (const line of text.split('\n')) expect(line).not.toMatch(unsafe);
          const rows = text.split('\n').filter((line) => line.startsWith('|'));
          expect(rows).toHaveLength(3 + (findings.length === 0 ? 0 : findings.length + 2));
          for (const row of rows) expect(row.split('|')).toHaveLength(7);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('Markdown', () => {
  test('text has nothing that begins structure, a link, HTML, a mention or mathematics', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const written = markdownText(text);
        const bare = written.replaceAll('<span>@</span>', '').replace(/&#\d+;/g, '');
        expect(bare).not.toMatch(/[&<>\\`*_[\]~|$@]/);
        expect(bare).not.toMatch(/:\/\/|www\./i);
        expect(bare).not.toMatch(unsafe);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['plain text, 192.168.26.1', 'plain text, 192.168.26.1'],
    ['a|b', 'a&#124;b'],
    ['[x](http://e)', '&#91;x&#93;(http&#58;//e)'],
    ['@admin', '<span>@</span>admin'],
    ['WWW.evil.com', 'WWW&#46;evil.com'],
    ['mailto:a@b', 'mailto&#58;a<span>@</span>b'],
    ['a\nb', 'a␊b'],
  ])('shows %j as text', (text, written) => {
    expect(markdownText(text)).toBe(written);
  });

  test('links cannot be ended by their URL', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (text, path) => {
        expect(markdownLink(text, `https://x/${path}`)).toMatch(
          /^\[[^[\]]*\]\(https:\/\/x\/[A-Za-z0-9\-._:/?#&=+,;%]*\)$/,
        );
      }),
    );
  });

  test('blocks cannot be ended by their text', () => {
    expect(markdownBlock('a\n```\nb', 'diff')).toBe('````diff\na\n```\nb\n````\n');
    fc.assert(
      fc.property(hostileText, (text) => {
        const lines = markdownBlock(text, 'diff').split('\n');
        const fence = lines.at(-2) ?? '';
        expect(fence).toMatch(/^`{3,}$/);
        expect(lines.slice(1, -2).some((line) => line.includes(fence))).toBe(false);
      }),
    );
  });
});
