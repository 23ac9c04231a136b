import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { githubReport } from '../../src/report/github.ts';
import { jsonReport } from '../../src/report/json.ts';
import { sarifReport } from '../../src/report/sarif.ts';
import { visible } from '../../src/report/visible.ts';
import { compareFindings, finding } from '../../src/shared/finding.ts';
import { at, duplicateAddress, hostileFinding, unsafe } from './sample.ts';

const extent = { nodes: 3, files: 7, milliseconds: 1 };
const tool = { version: '0.1.0', home: 'https://example.org/pilotlight', pages: 'https://example.org/docs' };
const findings = fc.array(hostileFinding, { maxLength: 5 });

/** Lone surrogates cannot be in files; JSON carries them as escapes. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

describe('JSON', () => {
  test('has the documented shape', () => {
    expect(JSON.parse(jsonReport([duplicateAddress], extent))).toEqual({
      version: 1,
      summary: { errors: 1, warnings: 0, nodes: 3, files: 7 },
      findings: [
        {
          code: 'PL1204',
          severity: 'error',
          title: expect.any(String),
          message: "address 192.168.26.11 is already lenovo1's",
          file: 'inventory/nodes/lenovo2.yaml',
          line: 6,
          column: 10,
          endColumn: 23,
          hint: 'free addresses near it: 192.168.26.12, .13',
          related: [
            { file: 'inventory/nodes/lenovo1.yaml', line: 6, column: 10, endColumn: 23, message: '' },
          ],
        },
      ],
    });
  });

  test('is valid and keeps every text, and is safe to print', () => {
    fc.assert(
      fc.property(findings, (each) => {
        const text = jsonReport(each, extent);
        for (const line of text.split('\n')) expect(line).not.toMatch(unsafe);
        const report = JSON.parse(text) as { findings: { message: string; file: string }[] };
        const sorted = each.toSorted(compareFindings);
        expect(report.findings.map(({ message }) => message)).toEqual(sorted.map(({ message }) => message));
        expect(report.findings.map(({ file }) => file)).toEqual(sorted.map(({ place }) => place.file));
      }),
      { numRuns: 300 },
    );
  });
});

describe('workflow commands', () => {
  test('have file, line, columns and title', () => {
    expect(githubReport([duplicateAddress])).toMatch(
      /^::error file=inventory\/nodes\/lenovo2\.yaml,line=6,col=10,endLine=6,endColumn=22,title=PL1204 [^:]+::address 192\.168\.26\.11 is already lenovo1's%0Ahint: free addresses near it: 192\.168\.26\.12, \.13\n$/,
    );
  });

  test('come with errors first, since GitHub shows only ten of a step', () => {
    const report = githubReport([
      finding('PL4008', at('a', 1, 1), 'w'),
      finding('PL1001', at('b', 1, 1), 'e'),
    ]);
    expect(report.match(/^::\w+/gm)).toEqual(['::error', '::warning']);
  });

  /** Reads a command as the runner does: properties end at `::`, `%` escapes are resolved. */
  function read(line: string) {
    const match = /^::(error|warning) (.*?)::(.*)$/s.exec(line);
    if (match === null) throw new Error(`no command: ${line}`);
    const resolve = (text: string) =>
      text.replace(/%(0A|0D|3A|2C|25)/g, (_all, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
    const properties = (match[2] ?? '').split(',').map((each) => each.split('='));
    return {
      keys: properties.map(([key]) => key),
      file: resolve(properties[0]?.slice(1).join('=') ?? ''),
      message: resolve(match[3] ?? ''),
    };
  }

  test('cannot be injected', () => {
    fc.assert(
      fc.property(findings, (each) => {
        const lines = githubReport(each).split(/[\r\n\u2028\u2029\u0085]/);
        expect(lines.pop()).toBe('');
        expect(lines).toHaveLength(each.length);
        for (const line of lines) {
          expect(line).not.toMatch(unsafe);
          const { keys, file, message } = read(line);
          const allowed = ['file', 'line', 'col', 'endLine', 'endColumn', 'title'];
          expect(keys.every((key) => key !== undefined && allowed.includes(key))).toBe(true);
          expect(new Set(keys).size).toBe(keys.length);
          const match = each.some(
            (one) => visible(one.place.file) === file && message.startsWith(visible(one.message)),
          );
          expect(match).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
      }[];
      readonly partialFingerprints: Record<string, string>;
    }[];
  }[];
}

describe('SARIF', () => {
  test('has rules with help, and results with regions and related locations', () => {
    const [run] = (JSON.parse(sarifReport([duplicateAddress], tool)) as Sarif).runs;
    expect(run?.tool.driver.rules).toEqual([
      {
        id: 'PL1204',
        name: expect.stringMatching(/^[A-Za-z0-9]+$/),
        shortDescription: { text: expect.any(String) },
        fullDescription: { text: expect.any(String) },
        help: { text: expect.any(String), markdown: expect.stringContaining('**How to mend it.**') },
        helpUri: 'https://example.org/docs/PL1204.md',
        defaultConfiguration: { level: expect.stringMatching(/^(error|warning)$/) },
        properties: { 'problem.severity': expect.any(String), tags: ['pilotlight'] },
      },
    ]);
    expect(run?.results).toEqual([
      {
        ruleId: 'PL1204',
        ruleIndex: 0,
        level: 'error',
        message: {
          text: "address 192.168.26.11 is already lenovo1's\nHint: free addresses near it: 192.168.26.12, .13",
        },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'inventory/nodes/lenovo2.yaml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 6, startColumn: 10, endLine: 6, endColumn: 23 },
            },
          },
        ],
        relatedLocations: [
          {
            id: 1,
            physicalLocation: {
              artifactLocation: { uri: 'inventory/nodes/lenovo1.yaml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 6, startColumn: 10, endLine: 6, endColumn: 23 },
            },
            message: { text: 'also here' },
          },
        ],
        partialFingerprints: { 'pilotlight/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
      },
    ]);
  });

  test('knows a finding again when lines move, and tells two equal ones apart', () => {
    const fingerprints = (...lines: number[]) =>
      (
        JSON.parse(
          sarifReport(
            lines.map((line) => finding('PL1001', at('a', line, 1), 'x')),
            tool,
          ),
        ) as Sarif
      ).runs[0]?.results.map(({ partialFingerprints }) => partialFingerprints['pilotlight/v1']);
    expect(fingerprints(7, 9)).toEqual(fingerprints(1, 2));
    expect(new Set(fingerprints(1, 2)).size).toBe(2);
  });

  test('takes an absolute path out of the repository', () => {
    const [run] = (JSON.parse(sarifReport([finding('PL1001', at('/tmp/a b', 1, 1), 'x')], tool)) as Sarif)
      .runs;
    expect(run?.results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual({
      uri: 'file:///tmp/a%20b',
    });
  });

  test('is valid, has safe URIs and no links in messages, whatever the inventory holds', () => {
    fc.assert(
      fc.property(findings, (each) => {
        const text = sarifReport(each, tool);
        for (const line of text.split('\n')) expect(line).not.toMatch(unsafe);
        const [run] = (JSON.parse(text) as Sarif).runs;
        for (const { ruleId, ruleIndex, message, locations } of run?.results ?? []) {
          expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
          expect(message.text).not.toContain('](');
          expect(locations[0]?.physicalLocation.artifactLocation.uri).toMatch(/^[A-Za-z0-9\-_.!~*'()%/:]*$/);
        }
        const uris = run?.results.map(({ locations: [first] }) =>
          decodeURIComponent(first?.physicalLocation.artifactLocation.uri.replace(/^file:\/\//, '') ?? ''),
        );
        expect(uris).toEqual(each.toSorted(compareFindings).map(({ place }) => wellFormed(place.file)));
      }),
      { numRuns: 300 },
    );
  });
});
