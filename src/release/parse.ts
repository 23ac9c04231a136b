import type { Violation } from '../generated/validators.js';
import { validateManifest } from '../generated/validators.js';
import { type Finding, finding, type Outcome, type Place } from '../shared/finding.ts';
import { contentFindings } from './consistency.ts';
import { type Manifest, schemaVersion } from './manifest.ts';

/** More violations than this help nobody. */
const shownViolations = 20;

/**
 * Reads the text of a manifest.json. The value is undefined unless the manifest can be trusted as far as it goes: its
 * shape, its paths, its references and its id fit. Whether the files are there is {@link verifyRelease}'s question.
 *
 * @param file path of the manifest as a person would type it, for the findings
 */
export function parseManifest(text: string, file: string): Outcome<Manifest | undefined> {
  const place: Place = { file, line: 1, column: 1 };
  const fail = (...findings: Finding[]) => ({ value: undefined, findings });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail(finding('PL4001', place, 'the manifest is not valid JSON', { hint: publishAgain }));
  }
  const version = versionOf(value);
  if (version !== undefined && version !== schemaVersion) {
    return fail(
      finding('PL4002', place, `the manifest has format ${version}, this Pilotlight knows ${schemaVersion}`, {
        hint: 'use the Pilotlight that made it, or publish the release again',
      }),
    );
  }
  if (!validateManifest(value)) {
    const violations = validateManifest.errors ?? [];
    return fail(...violations.slice(0, shownViolations).map((each) => violationFinding(each, place)));
  }
  const manifest = value as unknown as Manifest;
  const findings = contentFindings(manifest, place);
  return { value: findings.length === 0 ? manifest : undefined, findings };
}

const publishAgain = 'publish the release again: manifests are not written by hand';

/** The format that a manifest names, when it names one at all. */
function versionOf(value: unknown): number | undefined {
  const version = (value as { schemaVersion?: unknown } | null)?.schemaVersion;
  return typeof version === 'number' ? version : undefined;
}

function violationFinding(violation: Violation, place: Place): Finding {
  const where = violation.instancePath === '' ? 'the manifest' : violation.instancePath;
  return finding('PL4001', place, `${where} ${violation.message ?? 'has the wrong shape'}`, {
    hint: publishAgain,
  });
}
