import { type Code, catalogue } from '../shared/catalogue.ts';
import { sha256 } from '../shared/digest.ts';
import { compareFindings, compareText, type Finding, type Place } from '../shared/finding.ts';
import { jsonText } from './jsonText.ts';
import { urlPath } from './urlPath.ts';

/** What a report says of the program that made it. */
export interface Tool {
  /** Version of Pilotlight. */
  readonly version: string;
  /** Absolute URL of the project's home, without a slash at its end. */
  readonly home: string;
  /** Absolute URL of the folder of docs/findings, without a slash at its end. */
  readonly pages: string;
}

/**
 * Findings as SARIF 2.1.0, which code scanning and editors read. Source: OASIS SARIF 2.1.0, and GitHub's "SARIF
 * support for code scanning" for fingerprints and the properties of rules.
 */
export function sarifReport(findings: readonly Finding[], tool: Tool): string {
  const sorted = findings.toSorted(compareFindings);
  const codes = [...new Set(sorted.map(({ code }) => code))].sort(compareText);
  const indexes = new Map(codes.map((code, index) => [code, index]));
  const fingerprint = fingerprints();
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Pilotlight',
            semanticVersion: tool.version,
            informationUri: tool.home,
            rules: codes.map((code) => rule(code, tool)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        results: sorted.map((finding) => ({
          ...result(finding),
          ruleIndex: indexes.get(finding.code),
          partialFingerprints: { 'pilotlight/v1': fingerprint(finding) },
        })),
      },
    ],
  });
}

function rule(code: Code, { pages }: Tool) {
  const { severity, title, why, mend } = catalogue[code];
  return {
    id: code,
    name: title.replace(/[^A-Za-z0-9]+(.)?/g, (_all, next: string = '') => next.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${mend}`, markdown: `${why}\n\n**How to mend it.** ${mend}` },
    helpUri: `${pages}/${code}.md`,
    defaultConfiguration: { level: severity },
    properties: { 'problem.severity': severity, tags: ['pilotlight'] },
  };
}

function result({ code, severity, message, place, hint, related }: Finding) {
  return {
    ruleId: code,
    level: severity,
    message: { text: plain(hint === undefined ? message : `${message}\nHint: ${hint}`) },
    locations: [{ physicalLocation: physicalLocation(place) }],
    ...(related === undefined || related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, index) => ({
            id: index + 1,
            physicalLocation: physicalLocation(other.place),
            message: { text: other.message === '' ? 'also here' : plain(other.message) },
          })),
        }),
  };
}

function physicalLocation({ file, line, column, endColumn }: Place) {
  return {
    artifactLocation: artifactLocation(file),
    region: {
      startLine: line,
      startColumn: column,
      ...(endColumn === undefined ? {} : { endLine: line, endColumn }),
    },
  };
}

/** A path as a URI reference: relative to the repository, unless it is absolute. */
function artifactLocation(file: string) {
  const uri = urlPath(file);
  return file.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

/** A message with `[text](target)` in it would be shown as a link: it is no longer one with a space between. */
function plain(text: string): string {
  return text.replaceAll('](', '] (');
}

/** Tells findings apart though lines move: the same finding twice in a file is told by its number. */
function fingerprints(): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ code, place, message }) => {
    const key = JSON.stringify([code, place.file, message]);
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return sha256(`${key}:${number}`).slice(0, 32);
  };
}
